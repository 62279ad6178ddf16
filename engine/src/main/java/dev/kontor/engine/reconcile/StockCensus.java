package dev.kontor.engine.reconcile;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.stock.SeenStock;
import dev.kontor.engine.stock.StockLook;
import dev.kontor.spi.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Gatherers;
import javax.sql.DataSource;

/**
 * Compares what a shop shows of every SKU with what the stock rule says now. Only reads. The shop
 * sells while it is compared, so what looks different is looked at a second time, and is no
 * difference if a change of it waits in the ledger before or after that look.
 */
public final class StockCensus {

  /** SKUs that are looked at together. */
  private static final int BATCH = 500;

  private final DataSource database;
  private final StockLook look;

  public StockCensus(DataSource database, Translator translator) {
    this.database = database;
    this.look = new StockLook(database, translator);
  }

  /**
   * @param alone whether no other flow tells the shop of stock, so that what its source does not
   *     know nobody does
   * @param filled whether another flow makes the articles that the shop lacks
   * @param secondLook how the second look begins
   * @param progress is told how many have been compared so far
   * @throws dev.kontor.spi.FaultException if one of the systems cannot be read
   */
  public Report take(
      FlowLine line, boolean alone, boolean filled, Runnable secondLook, IntConsumer progress) {
    StockJudgement judgement = new StockJudgement(line.to().name(), filled);
    Report report = new Report();
    List<String> skus =
        Keys.of(line.from().reader(line.config().from().entity())).stream()
            .map(Document::id)
            .distinct()
            .toList();
    List<String> suspects = new ArrayList<>();
    for (List<String> batch : batches(skus)) {
      Map<String, InLane> lanes = WaitingStore.lanes(database, line, batch);
      for (SeenStock seen : look.at(line, batch)) {
        if (seen.isConcerned()) {
          report.count();
        }
        if (judgement.judge(seen, lane(lanes, seen)).isPresent()) {
          suspects.add(seen.sku());
        }
      }
      progress.accept(report.compared());
    }
    if (!suspects.isEmpty()) {
      secondLook.run();
    }
    batches(suspects).forEach(batch -> judge(line, batch, judgement, report));
    if (alone) {
      gone(line, skus, judgement, report);
    }
    return report;
  }

  /** Why the shop shows that stock of one SKU; empty if the ERP does not know it. */
  public Optional<StockExplanation> explain(FlowLine line, String sku) {
    Instant read = look.now();
    return look.at(line, List.of(sku)).stream()
        .findFirst()
        .map(
            seen -> {
              InLane lane = lane(WaitingStore.lanes(database, line, List.of(sku)), seen);
              return new StockExplanation(
                  seen,
                  read,
                  look.pending(line, sku, read),
                  new StockJudgement(line.to().name(), false).judge(seen, lane).orElse(null),
                  lane == InLane.WAITING || isOnItsWay(seen));
            });
  }

  private void judge(
      FlowLine line, List<String> suspects, StockJudgement judgement, Report report) {
    Map<String, InLane> lanes = new HashMap<>(WaitingStore.lanes(database, line, suspects));
    List<SeenStock> looked = look.at(line, suspects);
    WaitingStore.lanes(database, line, suspects)
        .forEach((sku, lane) -> lanes.merge(sku, lane, InLane::or));
    for (SeenStock seen : looked) {
      InLane lane = lane(lanes, seen);
      judgement
          .judge(seen, lane)
          .ifPresent(
              difference -> {
                if (lane == InLane.WAITING || isOnItsWay(seen)) {
                  report.waits();
                } else {
                  report.add(difference);
                }
              });
    }
  }

  private static InLane lane(Map<String, InLane> lanes, SeenStock seen) {
    return lanes.getOrDefault(seen.sku(), InLane.NOTHING);
  }

  private static boolean isOnItsWay(SeenStock seen) {
    return seen.unanswered() != null && !seen.unanswered().isZero();
  }

  private void gone(FlowLine line, List<String> skus, StockJudgement judgement, Report report) {
    Set<String> known = new HashSet<>(skus);
    List<String> unknown = look.told(line).stream().filter(sku -> !known.contains(sku)).toList();
    for (List<String> batch : batches(unknown)) {
      look.unknown(line, batch)
          .forEach(seen -> judgement.gone(seen, line.from().name()).ifPresent(report::add));
    }
  }

  private static List<List<String>> batches(List<String> skus) {
    return skus.stream().gather(Gatherers.windowFixed(BATCH)).toList();
  }
}
