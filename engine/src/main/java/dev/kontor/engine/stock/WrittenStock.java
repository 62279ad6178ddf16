package dev.kontor.engine.stock;

import dev.kontor.engine.config.FlowConfig;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.MessageState;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers what a shop was told, and sees whether it was out of date when it arrived. */
public final class WrittenStock {

  /** A figure that the shop has now. */
  private record Arrived(
      FlowConfig flow, Round round, StockWrites.Due due, StockLevelStore.Level level) {

    /** Whether no earlier figure can arrive any longer, where that was in doubt. */
    boolean isSure() {
      return due.unanswered() != null && due.unanswered().isZero();
    }

    boolean isOther(Map<String, DemandStore.Demand> now) {
      return now.getOrDefault(level.sku(), DemandStore.Demand.NONE)
              .notInErp()
              .compareTo(due.notInErp())
          != 0;
    }

    void again(String event) {
      round.append(StockCorrection.notice(flow, level.sku(), event));
    }
  }

  private final Round.Together<Arrived> arrivals = this::store;
  private final DemandStore demand;
  private final StockLevelStore levels;
  private final StockDoubtStore doubts;
  private final InstantSource clock;

  public WrittenStock(
      DemandStore demand, StockLevelStore levels, StockDoubtStore doubts, InstantSource clock) {
    this.demand = demand;
    this.levels = levels;
    this.doubts = doubts;
    this.clock = clock;
  }

  /** Adds to the round what is to be stored after a confirmed write. */
  Round remember(FlowLine line, Round round, StockWrites.Due due) {
    StockFigure figure = due.figure();
    Instant writtenBy = clock.instant().plus(StockLevelStore.CLOCK_DIFFERENCE);
    String terms = StockWrites.terms(figure);
    String told = figure.sku() + ": " + figure.quantity();
    StockLevelStore.Level level =
        new StockLevelStore.Level(
            line.to().name(),
            figure.sku(),
            figure.quantity(),
            due.began(),
            writtenBy,
            BigDecimal.ZERO,
            terms);
    round.finish(
        new Finish(
            due.notice(),
            state(told, due.unanswered()),
            "Written",
            told + " " + terms,
            line.mappings()));
    return StockLock.take(round, figure.sku())
        .together(arrivals, new Arrived(line.config(), round, due, level));
  }

  /**
   * The same for a figure that the shop shows already. Of orders it counts the ERP may have counted
   * some as well; once they are known to be there it is computed again.
   *
   * @param notInErp pieces of orders that the figure counts
   */
  Round shown(FlowLine line, Round round, String sku, BigDecimal notInErp) {
    if (notInErp.signum() == 0) {
      return round;
    }
    return StockLock.take(round, sku)
        .also(
            c -> {
              levels.judged(c, line.to().name(), sku);
              DemandStore.Demand now =
                  demand
                      .sum(c, List.of(sku), TimeStore.now(c), line.config().stock().apart())
                      .getOrDefault(sku, DemandStore.Demand.NONE);
              if (now.notInErp().compareTo(notInErp) != 0) {
                round.append(StockCorrection.notice(line.config(), sku, "sold meanwhile"));
              }
            });
  }

  /** An earlier figure that may still arrive would replace this one, so it is written once more. */
  private static MessageState state(String told, @Nullable Duration unanswered) {
    return unanswered == null || unanswered.isZero()
        ? new MessageState.Done(told)
        : new MessageState.Waiting(
            told + "; written once more when no earlier figure can arrive any longer",
            "",
            null,
            unanswered);
  }

  /**
   * A sale heard of, edited or taken back while the figure was on its way asks for it once more.
   */
  private void store(Connection connection, List<Arrived> arrived) throws SQLException {
    levels.upsert(connection, arrived.stream().map(Arrived::level).toList());
    doubts.settled(
        connection, arrived.stream().filter(Arrived::isSure).map(Arrived::level).toList());
    Set<Arrived> again = soldMeanwhile(connection, arrived);
    again.forEach(a -> a.again("sold meanwhile"));
    List<Arrived> others = arrived.stream().filter(a -> !again.contains(a)).toList();
    Map<String, List<Arrived>> shops =
        others.stream().collect(Collectors.groupingBy(a -> a.level().target()));
    for (Map.Entry<String, List<Arrived>> shop : shops.entrySet()) {
      Set<String> changed = levels.changed(connection, shop.getKey(), skus(shop.getValue()));
      shop.getValue().stream()
          .filter(a -> changed.contains(a.level().sku()))
          .forEach(a -> a.again("changed meanwhile"));
    }
  }

  /**
   * Those whose part of the sum that the hub contributed is not what it was. One that was sold
   * meanwhile and is in the ERP already shows only to the eyes of then; one that the ERP may have
   * counted, too, only to those of now.
   */
  private Set<Arrived> soldMeanwhile(Connection connection, List<Arrived> arrived)
      throws SQLException {
    Set<Arrived> sold = Collections.newSetFromMap(new IdentityHashMap<>());
    sold.addAll(others(connection, arrived, TimeStore.now(connection)));
    Map<Instant, List<Arrived>> readings =
        arrived.stream().collect(Collectors.groupingBy(a -> a.due().began()));
    for (Map.Entry<Instant, List<Arrived>> reading : readings.entrySet()) {
      sold.addAll(others(connection, reading.getValue(), reading.getKey()));
    }
    return sold;
  }

  private List<Arrived> others(Connection connection, List<Arrived> arrived, Instant eyes)
      throws SQLException {
    List<Arrived> others = new ArrayList<>();
    Map<Set<String>, List<Arrived>> rules =
        arrived.stream().collect(Collectors.groupingBy(a -> a.flow().stock().apart()));
    for (Map.Entry<Set<String>, List<Arrived>> rule : rules.entrySet()) {
      Map<String, DemandStore.Demand> now =
          demand.sum(connection, skus(rule.getValue()), eyes, rule.getKey());
      rule.getValue().stream().filter(a -> a.isOther(now)).forEach(others::add);
    }
    return others;
  }

  private static List<String> skus(List<Arrived> arrived) {
    return arrived.stream().map(a -> a.level().sku()).toList();
  }
}
