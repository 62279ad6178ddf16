package dev.kontor.engine.stock;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.Fetching;
import dev.kontor.engine.delivery.Job;
import dev.kontor.engine.delivery.Rehearsal;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Message;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what the ERP says about SKUs, applies the stock rule and tells the shop what changed. */
public final class StockDelivery implements Job {

  private final DataSource database;
  private final DemandStore demand;
  private final StockLevelStore levels;
  private final StockDoubtStore doubts;
  private final Translator translator;
  private final StockWrites writes;
  private final WrittenStock written;
  private final Rehearsal rehearsal;
  private final Faults faults;
  private final Fetching fetching;

  public StockDelivery(
      DataSource database,
      DemandStore demand,
      StockLevelStore levels,
      StockDoubtStore doubts,
      Translator translator,
      StockWrites writes,
      WrittenStock written,
      Rehearsal rehearsal,
      Faults faults) {
    this.database = database;
    this.demand = demand;
    this.levels = levels;
    this.doubts = doubts;
    this.translator = translator;
    this.writes = writes;
    this.written = written;
    this.rehearsal = rehearsal;
    this.faults = faults;
    this.fetching = new Fetching(faults);
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> claimed, SendPermit permit) {
    List<Claimed> lanes = claimed.stream().map(Claimed::coalesced).toList();
    List<String> skus = lanes.stream().map(l -> l.newest().sourceId()).toList();
    Instant began = Transactions.run(database, c -> begin(c, lanes));
    Map<String, Document> documents;
    try {
      documents = fetching.read(line, skus);
    } catch (FaultException e) {
      return lanes.stream().map(lane -> fetching.failed(line, lane, e)).toList();
    }
    StockReading reading =
        StockReading.of(database, demand, levels, doubts, line.config(), skus, began);
    List<Round> rounds = new ArrayList<>();
    List<StockWrites.Due> due = new ArrayList<>();
    for (Claimed lane : lanes) {
      try {
        decide(line, lane, documents.get(lane.newest().sourceId()), reading, rounds, due);
      } catch (FaultException e) {
        rounds.add(fetching.failed(line, lane, e));
      }
    }
    writes.write(line, due, permit).forEach(result -> rounds.add(stored(line, result)));
    return rounds;
  }

  /**
   * First of all ends what processes before this one began: whatever becomes of this round, it may
   * finish the notices by which that is found.
   *
   * @return database's clock
   */
  private Instant begin(Connection connection, List<Claimed> lanes) throws SQLException {
    doubts.abandoned(connection, notices(lanes));
    return TimeStore.now(connection);
  }

  /**
   * Either settles the lane at once, or finds that its figure is due to be written.
   *
   * @param document what the ERP says, null if it does not know the SKU
   */
  private void decide(
      FlowLine line,
      Claimed lane,
      @Nullable Document document,
      StockReading reading,
      List<Round> rounds,
      List<StockWrites.Due> due) {
    @Nullable JsonNode content = document == null ? null : document.content();
    if (content == null) {
      rounds.add(lane.skipped("the ERP does not know this SKU"));
      return;
    }
    String sku = lane.newest().sourceId();
    Stock stock = ModelJson.mapper().treeToValue(translator.toModel(line, content), Stock.class);
    StockFigure figure = reading.figure(sku, stock, line.config().stock());
    if (reading.isShown(figure)) {
      Round round = lane.skipped("unchanged: " + figure.quantity());
      rounds.add(written.shown(line, round, sku, reading.needed(sku).notInErp()));
    } else {
      due.add(
          new StockWrites.Due(
              lane,
              lane.newest(),
              figure,
              reading.needed(sku).notInErp(),
              reading.began(),
              reading.unanswered().get(sku)));
    }
  }

  private static List<Long> notices(List<Claimed> lanes) {
    return lanes.stream()
        .flatMap(lane -> lane.unfinished().stream())
        .filter(Message::isNotice)
        .map(Message::id)
        .toList();
  }

  private Round stored(FlowLine line, StockWrites.Result result) {
    StockWrites.Due due = result.due();
    if (result.rehearsed() != null) {
      String figure = "to " + due.figure().quantity().toPlainString();
      return rehearsal.keep(
          line, due.lane().round(), due.notice(), result.rehearsed(), null, List.of(figure));
    }
    Round round = result.due().lane().round().close(result.closing());
    if (result.isUnknown()) {
      String shop = line.to().name();
      String sku = result.due().figure().sku();
      round.also(c -> doubts.unanswered(c, shop, sku, result.uncertainty()));
    }
    if (result.fault() != null) {
      return round.finish(faults.react(line, line.to(), result.due().notice(), result.fault()));
    }
    faults.reached(line.to());
    return written.remember(line, round, result.due());
  }
}
