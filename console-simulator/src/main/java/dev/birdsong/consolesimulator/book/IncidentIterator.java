// Copyright the Birdsong authors
// SPDX-License-Identifier: Apache-2.0
package dev.birdsong.consolesimulator.book;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// Goes through a book by `updated_id`, up or down, and works out each incident when it comes to it.
final class IncidentIterator implements Iterator<Incident> {

    private final IncidentBook book;
    private final int step;
    private int born;
    private int newer;

    IncidentIterator(IncidentBook book, long from, boolean ascending) {
        this.book = book;
        step = ascending ? 1 : -1;
        long first = ascending ? from : from + 1;
        born = Math.min(book.numbering().ceiling(first), book.born()) - (ascending ? 0 : 1);
        newer = firstAtLeast(book.newer(), first) - (ascending ? 0 : 1);
        skipChanged();
    }

    static int firstAtLeast(List<Incident> sorted, long id) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).updatedId() < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void skipChanged() {
        while (hasBorn() && book.changed().get(born)) {
            born += step;
        }
    }

    private boolean hasBorn() {
        return born >= 0 && born < book.born();
    }

    private boolean hasNewer() {
        return newer >= 0 && newer < book.newer().size();
    }

    @Override
    public boolean hasNext() {
        return hasBorn() || hasNewer();
    }

    @Override
    public Incident next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no incident is left");
        }
        return bornIsNext() ? nextBorn() : nextNewer();
    }

    private boolean bornIsNext() {
        if (!hasBorn() || !hasNewer()) {
            return hasBorn();
        }
        long newerId = book.newer().get(newer).updatedId();
        return (newerId - book.numbering().id(born)) * step > 0;
    }

    private Incident nextBorn() {
        Incident incident = Incident.born(book.world(), born, book.numbering().id(born));
        born += step;
        skipChanged();
        return incident;
    }

    private Incident nextNewer() {
        Incident incident = book.newer().get(newer);
        newer += step;
        return incident;
    }
}
