package dev.kontor.engine.desk;

import dev.kontor.engine.desk.DocumentPage.Text;
import dev.kontor.engine.flow.OrderDecision;
import java.util.List;

/** A sentence for the customer, without anything that happens inside; pure. */
final class Answers {

  private Answers() {}

  static Text of(Story story) {
    String number = story.number().orElse(story.document().sourceId());
    return story.isOrder() ? order(story, number) : other(story, number);
  }

  private static Text order(Story story, String number) {
    if (story.isCancelled() || isCancelledBefore(story)) {
      return Words.ANSWER_CANCELLED.of(number);
    }
    if (!story.shipments().isEmpty()) {
      List<String> codes =
          story.shipments().stream().flatMap(s -> s.trackingCodes().stream()).toList();
      return codes.isEmpty()
          ? Words.ANSWER_SENT.of(number)
          : Words.ANSWER_SHIPPED.of(number, String.join(", ", codes));
    }
    return switch (story.state()) {
      case DONE -> Words.ANSWER_ACCEPTED.of(number);
      case WAITING ->
          story.has(OrderDecision.CREATED)
              ? Words.ANSWER_ACCEPTED.of(number)
              : Words.ANSWER_WAITING.of(number);
      case DEAD -> Words.ANSWER_HELD.of(number);
      case SKIPPED -> Words.ANSWER_SKIPPED.of(number);
    };
  }

  private static boolean isCancelledBefore(Story story) {
    return story
        .created()
        .filter(m -> m.state().equals("skipped"))
        .filter(m -> String.valueOf(m.reason()).contains("cancelled"))
        .isPresent();
  }

  private static Text other(Story story, String number) {
    Text what =
        Words.entity(
            story.messages().isEmpty() ? "" : story.entity(story.messages().getLast().flow()));
    Text named = new Text(capital(what.en()) + " " + number, what.de() + " " + number);
    return story.open().isEmpty()
        ? Words.ANSWER_CURRENT.about(named)
        : Words.ANSWER_UPDATING.about(named);
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
