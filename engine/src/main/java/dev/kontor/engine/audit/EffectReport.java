package dev.kontor.engine.audit;

import dev.kontor.engine.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Whether every source document had its effect exactly once, as the ledger tells it and {@code
 * verify-ledger} prints it.
 *
 * @param flows by name
 * @param defects what is missing or double, in words; the first of each
 */
public record EffectReport(List<FlowEffects> flows, List<String> defects) {

  private static final int MOST = 20;

  public EffectReport {
    flows = List.copyOf(flows);
    defects = List.copyOf(defects);
  }

  /** Counts in one snapshot, also beside a hub at work. */
  public static EffectReport read(DataSource source) {
    return Transactions.run(
        source,
        connection -> {
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          return read(connection);
        });
  }

  private static EffectReport read(Connection connection) throws SQLException {
    Map<String, List<EffectStore.Standing>> standings =
        EffectStore.standings(connection).stream()
            .collect(
                Collectors.groupingBy(
                    EffectStore.Standing::flow, TreeMap::new, Collectors.toList()));
    Map<String, Long> surplus = new TreeMap<>();
    EffectStore.surplus(connection).forEach(s -> surplus.put(s.flow(), s.effects()));
    surplus.keySet().forEach(flow -> standings.putIfAbsent(flow, List.of()));
    List<FlowEffects> flows = new ArrayList<>();
    standings.forEach(
        (flow, standing) ->
            flows.add(FlowEffects.of(flow, standing, surplus.getOrDefault(flow, 0L))));
    List<String> defects = new ArrayList<>(EffectStore.missing(connection, MOST));
    defects.addAll(EffectStore.doubled(connection, MOST));
    return new EffectReport(flows, defects);
  }

  private FlowEffects sum() {
    return FlowEffects.sum(flows);
  }

  /** Whether nothing is missing and nothing double; what is open or dead is neither. */
  public boolean isExactlyOnce() {
    return sum().missing() == 0 && sum().doubled() == 0;
  }

  public String text() {
    String verdict = isExactlyOnce() ? "EXACTLY ONCE: " : "NOT EXACTLY ONCE: ";
    Stream<String> each = flows.stream().map(f -> "  " + f.flow() + ": " + f.text());
    return Stream.of(
            Stream.of(verdict + sum().text()), each, defects.stream().map(d -> "  DEFECT " + d))
        .flatMap(s -> s)
        .collect(Collectors.joining("\n"));
  }
}
