package dev.kontor.engine.simulated;

import dev.kontor.engine.Connectors;
import dev.kontor.engine.Matching;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.match.By;
import dev.kontor.engine.match.Decision;
import dev.kontor.engine.match.LinkResult;
import dev.kontor.engine.match.Matches;
import dev.kontor.engine.match.Pair;
import dev.kontor.engine.match.ReviewRow;
import dev.kontor.engine.match.Side;
import dev.kontor.engine.match.Unlinking;
import dev.kontor.engine.observe.Watch;
import dev.kontor.engine.vault.Vault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody who compares both ends of a simulated hub's flows and links what is there twice. */
final class SimulatedMatch implements AutoCloseable {

  private final Matching matching;
  private final Unlinking unlinking;

  SimulatedMatch(Path home, SimulatedHub bench, List<FlowConfig> flows) {
    Vault vault = Wiring.vault(home, bench.database);
    unlinking = new Unlinking(bench.database.general(), new AuditStore(vault), flows);
    matching =
        new Matching(
            Wiring.config(Map.of("shop", "S-", "erp", ""), flows),
            new Connectors(Map.of("shop", bench.shop, "erp", bench.erp)),
            bench.database,
            vault,
            Watch.NONE);
  }

  Matches compare(String flow, String... prefixes) {
    FlowConfig of =
        matching.flows().stream().filter(f -> f.name().equals(flow)).findFirst().orElseThrow();
    return matching.compare(of, Set.of(prefixes), read -> {});
  }

  /** Everything that leaves no doubt. */
  LinkResult link(Matches matches) {
    return link(matches.pairs(), false);
  }

  LinkResult link(List<Pair> pairs, boolean correct) {
    List<ReviewRow> rows = new ArrayList<>();
    pairs.forEach(pair -> rows.add(new ReviewRow(rows.size() + 2, pair)));
    return matching.link("review.csv", rows, "Erika", correct);
  }

  int unlink(String flow, String number) {
    FlowConfig of =
        unlinking.flows().stream().filter(f -> f.name().equals(flow)).findFirst().orElseThrow();
    return unlinking.take(of, number, "Erika", "not that one");
  }

  /** A row that a person wrote. */
  static Pair pair(String flow, Side here, Side there) {
    return new Pair(flow, here, there, By.PERSON, Decision.LINK, "");
  }

  @Override
  public void close() {
    matching.close();
  }
}
