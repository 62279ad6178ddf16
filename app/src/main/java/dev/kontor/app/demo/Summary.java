package dev.kontor.app.demo;

import java.time.Duration;
import java.util.List;

/** What is said at the end of a demo. */
final class Summary {

  private Summary() {}

  static void tell(Story story, Verdict verdict, Oversold.Bound bound, List<Duration> arrivals) {
    story.tell("");
    verdict.remarks().forEach(remark -> story.tell("wrong: " + remark));
    story.tell(
        "bound of overselling, measured: at most %d pieces of one article were sold between a stock change and the shop's corrected figure (%d in all; longest %s)"
            .formatted(bound.most(), bound.total(), Story.seconds(bound.longest())));
    List<Duration> sorted = arrivals.stream().sorted().toList();
    if (!sorted.isEmpty()) {
      story.tell(
          "order placed → in the ERP: median %s, longest %s (looked every %s; late payers wait for their payment)"
              .formatted(
                  Story.seconds(sorted.get(sorted.size() / 2)),
                  Story.seconds(sorted.getLast()),
                  Story.seconds(Watch.EVERY)));
    }
    story.tell(verdict.line());
  }
}
