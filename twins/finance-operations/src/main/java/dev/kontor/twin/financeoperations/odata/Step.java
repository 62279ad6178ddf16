package dev.kontor.twin.financeoperations.odata;

import java.util.List;

/** What came of one part of a batch. */
record Step(boolean changeSet, List<Reply> replies) {
  boolean failed() {
    return replies.stream().anyMatch(reply -> reply.answer().status() >= 400);
  }
}
