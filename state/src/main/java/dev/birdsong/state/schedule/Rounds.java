// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.state.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler.ReviveDeadExecution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// What the scheduler does when a stream is due.
record Rounds(ScheduleRows rows, StreamRunner runner, InstantSource clock) {

    private static final Duration AFTER_THE_UNEXPECTED = Duration.ofMinutes(1);

    Task<Void> task(String profile) {
        return Tasks.custom(Ownership.taskOf(profile), Void.class)
                .onFailure(new OnFailureRetryLater<>(AFTER_THE_UNEXPECTED))
                .onDeadExecution(new ReviveDeadExecution<>())
                .execute(this::run);
    }

    private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
        StreamId stream = StreamId.parse(instance.getId());
        if (context.getSchedulerState().isShuttingDown()) {
            return again(clock.instant());
        }
        return rows.isWanted(stream) ? again(round(stream, context)) : new OnCompleteRemove<>();
    }

    /// A round that the end of the node cut short is due as soon as there is a node.
    private Instant round(StreamId stream, ExecutionContext context) {
        var state = context.getSchedulerState();
        try {
            Instant due = context.getExecution().getExecutionTime();
            Instant next = runner.run(stream.connectorId(), stream.contentType(), due, () -> !state.isShuttingDown());
            return state.isShuttingDown() ? clock.instant() : next;
        } catch (InterruptedException _) {
            return clock.instant();
        }
    }

    private CompletionHandler<Void> again(Instant next) {
        return (complete, _) -> rows.again(complete.getExecution(), next);
    }
}
