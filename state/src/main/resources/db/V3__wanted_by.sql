-- By when a stream is wanted again whose round is running: what was asked for meanwhile is not lost.
ALTER TABLE scheduled_tasks ADD COLUMN wanted_by ${time};
