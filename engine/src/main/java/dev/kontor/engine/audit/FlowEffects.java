package dev.kontor.engine.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of one flow's source documents; each counts once for every effect it owes.
 *
 * @param effects brought about
 * @param open unfinished, by what they wait for
 * @param dead waiting for a person
 * @param without rightly without effect, by state
 * @param missing done without effect
 * @param doubled effects there more often than owed
 */
public record FlowEffects(
    String flow,
    long effects,
    Map<String, Long> open,
    long dead,
    Map<String, Long> without,
    long missing,
    long doubled) {

  static FlowEffects of(String flow, List<EffectStore.Standing> standings, long doubled) {
    boolean events = standings.stream().anyMatch(EffectStore.Standing::event);
    long effects = 0;
    long dead = 0;
    long missing = 0;
    Map<String, Long> open = new TreeMap<>();
    Map<String, Long> without = new TreeMap<>();
    for (EffectStore.Standing s : standings) {
      // Where events follow from notices, a notice is a mere reading once it is finished.
      boolean owes = s.event() || !events;
      switch (s.state()) {
        case "done" -> {
          missing += s.missing() ? s.messages() : 0;
          effects += s.missing() || !owes ? 0 : s.messages();
        }
        case "dead" -> dead += s.messages();
        case "skipped", "discarded" -> {
          if (owes) {
            without.merge(s.state(), s.messages(), Long::sum);
          }
        }
        default -> open.merge((s.state() + " " + s.fault()).strip(), s.messages(), Long::sum);
      }
    }
    return new FlowEffects(flow, effects, open, dead, without, missing, doubled);
  }

  /** What all flows together come to. */
  static FlowEffects sum(List<FlowEffects> flows) {
    return new FlowEffects(
        "all",
        flows.stream().mapToLong(FlowEffects::effects).sum(),
        sums(flows.stream().map(FlowEffects::open).toList()),
        flows.stream().mapToLong(FlowEffects::dead).sum(),
        sums(flows.stream().map(FlowEffects::without).toList()),
        flows.stream().mapToLong(FlowEffects::missing).sum(),
        flows.stream().mapToLong(FlowEffects::doubled).sum());
  }

  private static Map<String, Long> sums(List<Map<String, Long>> maps) {
    return maps.stream()
        .flatMap(m -> m.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  long documents() {
    return effects + total(open) + dead + total(without) + missing;
  }

  /** In words; parts that are zero and no defect are left out. */
  String text() {
    return documents()
        + " source documents, "
        + effects
        + " effects"
        + part("open", open)
        + (dead == 0 ? "" : ", " + dead + " dead")
        + part("rightly without effect", without)
        + ", missing "
        + missing
        + ", double "
        + doubled;
  }

  private static String part(String name, Map<String, Long> counts) {
    return counts.isEmpty()
        ? ""
        : ", "
            + total(counts)
            + " "
            + name
            + " "
            + counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", ", "(", ")"));
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
