package dev.kontor.engine.stock;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what a shop was told, and sees whether it was out of date when it arrived. */
public final class WrittenStock {

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
    return round
        .finish(
            new Finish(
                due.notice(),
                state(told, due.unanswered()),
                "Written",
                told + " " + terms,
                line.mappings()))
        .lock(StockLock.key(figure.sku()))
        .also(c -> store(c, line, round, due, level));
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

  /** A sale heard of or taken back while the figure was on its way asks for it once more. */
  private void store(
      Connection connection,
      FlowLine line,
      Round round,
      StockWrites.Due due,
      StockLevelStore.Level level)
      throws SQLException {
    levels.upsert(connection, List.of(level));
    if (due.unanswered() != null && due.unanswered().isZero()) {
      doubts.settled(connection, level.target(), level.sku());
    }
    if (isOther(connection, due, levels.now(connection)) || isOther(connection, due, due.began())) {
      round.append(StockCorrection.notice(line.config(), level.sku(), "sold meanwhile"));
    } else if (!levels.takenBack(connection, level.target(), List.of(level.sku())).isEmpty()) {
      round.append(StockCorrection.notice(line.config(), level.sku(), "taken back meanwhile"));
    }
  }

  /**
   * Whether the hub's part of the sum is not what it was. One that was sold meanwhile and is in the
   * ERP already shows only to the eyes of then; one that the ERP may have counted, too, only to
   * those of now.
   */
  private boolean isOther(Connection connection, StockWrites.Due due, Instant eyes)
      throws SQLException {
    String sku = due.figure().sku();
    return demand
            .sum(connection, List.of(sku), eyes)
            .getOrDefault(sku, DemandStore.Demand.NONE)
            .notInErp()
            .compareTo(due.notInErp())
        != 0;
  }
}
