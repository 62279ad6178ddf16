package dev.kontor.proof.day;

import dev.kontor.engine.Desk;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.proof.merchant.Merchant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the hub says about what is not alike: a message that waits for people, or a note. */
final class Explanations {

  private static final int MOST = 10_000;
  private static final String ROUNDING = "rounding noted";

  private final Desk desk;
  private final List<DeskStore.Entry> open;
  private final Map<String, List<DeskStore.Entry>> bySubject = new HashMap<>();
  private final List<Unequal> unexplained = new ArrayList<>();
  private final SortedMap<String, Integer> explained = new TreeMap<>();

  Explanations(Merchant merchant) {
    this.desk = merchant.desk();
    this.open = desk.open(MOST);
    Map<String, String> shopNumbers =
        merchant.truth().toldNumbers().entrySet().stream()
            .filter(told -> !told.getValue().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    for (DeskStore.Entry entry : open) {
      String number = entry.number() == null ? entry.sourceId() : entry.number();
      String subject = shopNumbers.getOrDefault(number, number);
      bySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(entry);
    }
  }

  /** Looks for the reason of each. */
  void judge(List<Unequal> unequal) {
    for (Unequal one : unequal) {
      reason(one)
          .ifPresentOrElse(
              kind -> explained.merge(kind, 1, Integer::sum), () -> unexplained.add(one));
    }
  }

  private Optional<String> reason(Unequal one) {
    return bySubject.getOrDefault(one.subject(), List.of()).stream()
        .filter(entry -> one.matter().isOf(entry.flow()))
        .map(Explanations::kind)
        .findFirst()
        .or(() -> isRounding(one) ? Optional.of(ROUNDING) : Optional.empty());
  }

  /** Of the order's value; the gross is never another one. */
  private boolean isRounding(Unequal one) {
    return one.matter() == Matter.ORDER
        && (one.how().startsWith("net ") || one.how().startsWith("taxes "))
        && told(one).stream()
            .anyMatch(d -> d.contains("accepted difference: ") || d.contains("a rounding line of"));
  }

  /** What was noted at every try of what the document is about. */
  List<String> told(Unequal one) {
    return desk.byNumber(one.subject()).stream()
        .flatMap(entry -> desk.attempts(entry.id()).stream())
        .map(attempt -> String.valueOf(attempt.detail()))
        .toList();
  }

  private static String kind(DeskStore.Entry entry) {
    return entry.flow() + " " + entry.event().split(":", 2)[0] + " " + entry.state();
  }

  List<Unequal> unexplained() {
    return unexplained;
  }

  /** How many differences each kind of reason explains. */
  Map<String, Integer> explained() {
    return explained;
  }

  /** Every kind of message that waits, with how many there are. */
  SortedMap<String, Long> waiting() {
    return open.stream()
        .collect(Collectors.groupingBy(Explanations::kind, TreeMap::new, Collectors.counting()));
  }

  /** One example of each kind, with its reason. */
  List<String> examples() {
    return open.stream()
        .collect(Collectors.toMap(Explanations::kind, e -> e, (a, b) -> a, TreeMap::new))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + ": " + e.getValue().number() + ", " + e.getValue().reason())
        .toList();
  }
}
