package dev.kontor.engine;

import dev.kontor.engine.problem.Approval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision, as somebody asks for it.
 *
 * @param problem fingerprint of the group it is about, null if of none
 * @param number of a document that is in the target already, else null
 * @param by name of the person
 */
record Wish(
    Approval.Action action,
    List<Long> messages,
    @Nullable String problem,
    @Nullable String number,
    String reason,
    String by) {

  Wish {
    messages = List.copyOf(messages);
  }

  /** What a second person has approved. */
  static Wish of(Approval asked, String approver) {
    return new Wish(
        asked.action(),
        asked.messages(),
        asked.problem(),
        asked.number(),
        asked.reason(),
        asked.by() + ", approved by " + approver);
  }

  String inWords() {
    return action.key() + " " + messages.size() + " messages: " + reason;
  }
}
