package dev.kontor.engine.stock;

import dev.kontor.engine.budget.SendPermit;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.delivery.Claimed;
import dev.kontor.engine.delivery.Faults;
import dev.kontor.engine.delivery.Job;
import dev.kontor.engine.delivery.Round;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.LaneKey;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.lane.LanePlan;
import dev.kontor.engine.ledger.Append;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what the ERP says about SKUs, applies the stock rule and tells the shop what changed. */
public final class StockDelivery implements Job {

  /** Allowed difference between the hub's and a shop's clock; errs towards one write too many. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(5);

  private final DataSource database;
  private final DemandStore demand;
  private final StockLevelStore levels;
  private final Translator translator;
  private final StockWrites writes;
  private final Faults faults;
  private final InstantSource clock;

  public StockDelivery(
      DataSource database,
      DemandStore demand,
      StockLevelStore levels,
      Translator translator,
      StockWrites writes,
      Faults faults,
      InstantSource clock) {
    this.database = database;
    this.demand = demand;
    this.levels = levels;
    this.translator = translator;
    this.writes = writes;
    this.faults = faults;
    this.clock = clock;
  }

  @Override
  public List<Round> run(FlowLine line, List<Claimed> lanes, SendPermit permit) {
    List<String> skus = lanes.stream().map(l -> last(l).sourceId()).toList();
    Instant began = Transactions.run(database, levels::now);
    Map<String, Document> documents;
    try {
      documents = read(line, skus);
    } catch (FaultException e) {
      return lanes.stream().map(l -> failed(line, l, e.fault())).toList();
    }
    Map<String, DemandStore.Demand> open =
        Transactions.run(database, c -> demand.sum(c, skus, began));
    Map<String, StockLevelStore.Level> known =
        Transactions.run(database, c -> levels.find(c, line.to().name(), skus));
    Set<String> doubtful =
        Transactions.run(database, c -> levels.doubtful(c, line.to().name(), skus));
    List<Round> rounds = new ArrayList<>();
    List<StockWrites.Due> due = new ArrayList<>();
    for (Claimed lane : lanes) {
      String sku = last(lane).sourceId();
      DemandStore.Demand needed = open.getOrDefault(sku, DemandStore.Demand.NONE);
      try {
        @Nullable StockFigure figure = figure(line, documents.get(sku), needed);
        if (figure == null) {
          rounds.add(
              settled(line, lane, new MessageState.Skipped("the ERP does not know this SKU")));
        } else if (!(doubtful.contains(sku) || isTakenBack(lane))
            && isExpected(known.get(sku), figure)) {
          rounds.add(
              settled(line, lane, new MessageState.Skipped("unchanged: " + figure.quantity())));
        } else {
          due.add(new StockWrites.Due(lane, last(lane), figure, needed.notInErp()));
        }
      } catch (FaultException e) {
        rounds.add(failed(line, lane, e.fault()));
      }
    }
    rounds.addAll(write(line, due, permit));
    return rounds;
  }

  private static Message last(Claimed lane) {
    return switch (lane.work()) {
      case LanePlan.Work.Capture capture -> capture.notices().getLast();
      case LanePlan.Work.Effect effect -> effect.event();
      case LanePlan.Work.Nothing n -> throw new IllegalStateException("no work in a stock job");
    };
  }

  /** The newest notice stands for all of them: ten changes of one SKU become one write. */
  private static Round coalesced(FlowLine line, Claimed lane) {
    Round round = lane.round();
    long last = last(lane).id();
    for (Message notice : round.unfinished()) {
      if (notice.isNotice() && notice.id() != last) {
        round.finish(notice, new MessageState.Skipped("superseded by a later change"));
        round.close(StockWrites.superseded(line, notice));
      }
    }
    return round;
  }

  private static Round settled(FlowLine line, Claimed lane, MessageState state) {
    return coalesced(line, lane)
        .close(StockWrites.superseded(line, last(lane)))
        .finish(last(lane), state);
  }

  private Round failed(FlowLine line, Claimed lane, Fault fault) {
    return coalesced(line, lane).finish(faults.react(line, line.from(), last(lane), fault));
  }

  private Map<String, Document> read(FlowLine line, List<String> skus) {
    List<Document> documents = line.from().reader(line.config().from().entity()).fetch(skus);
    faults.reached(line.from());
    return documents.stream().collect(Collectors.toMap(Document::id, d -> d, (a, b) -> b));
  }

  private @Nullable StockFigure figure(
      FlowLine line, @Nullable Document document, DemandStore.Demand needed) {
    @Nullable JsonNode content = document == null ? null : document.content();
    if (content == null) {
      return null;
    }
    Stock stock = ModelJson.mapper().treeToValue(translator.toModel(line, content), Stock.class);
    return StockFigure.of(stock, line.config().stock(), needed.notInErp(), needed.transferred());
  }

  /** After a sale was taken back nobody knows what the shop shows. */
  private static boolean isTakenBack(Claimed lane) {
    return lane.work() instanceof LanePlan.Work.Capture capture
        && capture.notices().stream().anyMatch(n -> n.event().equals(SoldGoods.TAKEN_BACK));
  }

  private static boolean isExpected(StockLevelStore.@Nullable Level level, StockFigure figure) {
    return level != null && level.expected().compareTo(figure.quantity()) == 0;
  }

  private List<Round> write(FlowLine line, List<StockWrites.Due> due, SendPermit permit) {
    List<Round> rounds = new ArrayList<>();
    for (StockWrites.Result result : writes.write(line, due, permit)) {
      StockWrites.Due d = result.due();
      Round round = coalesced(line, d.lane());
      round.close(result.closing());
      if (result.fault() != null) {
        round.finish(faults.react(line, line.to(), d.notice(), result.fault()));
      } else {
        faults.reached(line.to());
        stored(line, round, d);
      }
      rounds.add(round);
    }
    return rounds;
  }

  private void stored(FlowLine line, Round round, StockWrites.Due due) {
    StockFigure figure = due.figure();
    Instant writtenBy = clock.instant().plus(CLOCK_DIFFERENCE);
    String terms = StockWrites.terms(figure);
    String told = figure.sku() + ": " + figure.quantity();
    round.finish(
        new Finish(
            due.notice(),
            new MessageState.Done(told),
            "Written",
            told + " " + terms,
            line.mappings()));
    StockLevelStore.Level level =
        new StockLevelStore.Level(
            line.to().name(), figure.sku(), figure.quantity(), writtenBy, BigDecimal.ZERO, terms);
    round.lock(StockLock.key(figure.sku()));
    round.also(
        c -> {
          levels.upsert(c, List.of(level));
          BigDecimal now =
              demand
                  .sum(c, List.of(figure.sku()), levels.now(c))
                  .getOrDefault(figure.sku(), DemandStore.Demand.NONE)
                  .notInErp();
          if (now.compareTo(due.notInErp()) != 0) {
            round.append(correction(line, due));
          }
        });
  }

  /** A sale was recorded while the figure was on its way: it is computed once more. */
  private static Append correction(FlowLine line, StockWrites.Due due) {
    String source = line.from().name();
    String sku = due.figure().sku();
    return Append.notice(
        LaneKey.of(line.config(), source, sku),
        line.name(),
        LaneKey.priority(line.config()),
        "sold meanwhile",
        source,
        sku,
        null,
        null);
  }
}
