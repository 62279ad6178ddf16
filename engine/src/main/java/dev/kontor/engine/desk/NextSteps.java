package dev.kontor.engine.desk;

import dev.kontor.engine.delivery.WakeKeys;
import dev.kontor.engine.desk.DocumentPage.Step;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.DeskStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a person may do about a document's messages, by their states; pure. */
final class NextSteps {

  private static final Set<String> STUCK = Set.of("waiting", "retrying", "dead");

  private final Story story;
  private final List<Step> steps = new ArrayList<>();

  private NextSteps(Story story) {
    this.story = story;
  }

  /**
   * @param paused connections and flows that are stopped
   */
  static List<Step> of(Story story, Set<String> paused) {
    NextSteps next = new NextSteps(story);
    next.add("resubmit", "Try again", NextSteps::isStuck);
    next.first("send", "Send now", m -> Story.isEvent(m) && !m.state().equals("dead"));
    next.first("entered", "Already entered there", NextSteps::isStuckCreation);
    next.add("skip", "Skip, with a reason", m -> Story.isEvent(m) && isStuck(m));
    next.add("discard", "Give up for good", m -> true);
    next.resume(paused);
    return List.copyOf(next.steps);
  }

  private static boolean isStuck(DeskStore.Entry message) {
    return STUCK.contains(message.state());
  }

  private static boolean isStuckCreation(DeskStore.Entry message) {
    return Story.isEvent(message)
        && isStuck(message)
        && message.event().equals(OrderDecision.CREATED);
  }

  private List<Long> open(Predicate<DeskStore.Entry> which) {
    return story.open().stream().filter(which).map(DeskStore.Entry::id).toList();
  }

  private void add(String action, String label, Predicate<DeskStore.Entry> which) {
    List<Long> messages = open(which);
    if (!messages.isEmpty()) {
      steps.add(new Step(action, label, messages));
    }
  }

  private void first(String action, String label, Predicate<DeskStore.Entry> which) {
    open(which).stream()
        .findFirst()
        .ifPresent(message -> steps.add(new Step(action, label, List.of(message))));
  }

  private void resume(Set<String> paused) {
    List<String> stopped =
        story.open().stream().flatMap(this::subjects).distinct().filter(paused::contains).toList();
    for (String subject : stopped) {
      List<Long> messages = open(m -> subjects(m).anyMatch(subject::equals));
      steps.add(new Step("resume", "Resume " + subject, messages));
    }
  }

  private Stream<String> subjects(DeskStore.Entry message) {
    FlowLine line = story.lines().get(message.flow());
    return line == null
        ? Stream.of(WakeKeys.flow(message.flow()))
        : Stream.of(
            WakeKeys.flow(line.name()),
            WakeKeys.connection(line.from().name()),
            WakeKeys.connection(line.to().name()));
  }
}
