package dev.kontor.engine.stock;

import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at stock in the ERP, in the ledger and in a shop, many SKUs at once. Only reads. */
public final class StockLook {

  private final DataSource database;
  private final Translator translator;
  private final DemandStore demand = new DemandStore();
  private final StockLevelStore levels = new StockLevelStore();
  private final StockDoubtStore doubts = new StockDoubtStore();

  public StockLook(DataSource database, Translator translator) {
    this.database = database;
    this.translator = translator;
  }

  /**
   * Those of the SKUs that the ERP knows, in its order.
   *
   * @throws FaultException if one of the systems cannot be read, or the shop's connector cannot
   *     compare
   */
  public List<SeenStock> at(FlowLine line, List<String> skus) {
    Instant began = now();
    List<Document> documents = line.from().reader(line.config().from().entity()).fetch(skus);
    StockReading reading = reading(line, skus, began);
    List<StockFigure> figures = new ArrayList<>();
    for (Document document : documents) {
      if (document.content() != null) {
        Stock stock =
            ModelJson.mapper()
                .treeToValue(translator.toModel(line, document.content()), Stock.class);
        figures.add(reading.figure(document.id(), stock, line.config().stock()));
      }
    }
    return seen(line, figures, reading);
  }

  /** The same as if the ERP had nothing of the SKUs, which it does not know. */
  public List<SeenStock> unknown(FlowLine line, List<String> skus) {
    List<StockFigure> figures =
        skus.stream().map(sku -> new StockFigure(sku, BigDecimal.ZERO, List.of())).toList();
    return seen(line, figures, reading(line, skus, now()));
  }

  /** The database's time. */
  public Instant now() {
    return Transactions.run(database, TimeStore::now);
  }

  /** Orders whose pieces a reading of the ERP that began then cannot contain. */
  public List<DemandStore.Pending> pending(FlowLine line, String sku, Instant began) {
    return Transactions.run(
        database, c -> demand.pending(c, sku, began, line.config().stock().apart()));
  }

  /** All SKUs of which the shop was ever told. */
  public List<String> told(FlowLine line) {
    return Transactions.run(database, c -> levels.told(c, line.to().name()));
  }

  /**
   * What the shop was told of these counts for nothing: the next notice writes them though they are
   * the same. Runs in the caller's transaction.
   */
  public static void distrust(Connection connection, String shop, List<String> skus)
      throws SQLException {
    StockDoubtStore doubts = new StockDoubtStore();
    for (String sku : skus) {
      doubts.unanswered(connection, shop, sku, Duration.ZERO);
    }
  }

  private StockReading reading(FlowLine line, List<String> skus, Instant began) {
    return StockReading.of(database, demand, levels, doubts, line.config(), skus, began);
  }

  private List<SeenStock> seen(FlowLine line, List<StockFigure> figures, StockReading reading) {
    List<Standing> standings = standings(line, figures);
    List<SeenStock> seen = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      String sku = figures.get(i).sku();
      StockLevelStore.@Nullable Level told = reading.told().get(sku);
      seen.add(
          new SeenStock(
              figures.get(i),
              told,
              reading.doubtful().contains(sku),
              reading.unanswered().get(sku),
              standings.get(i)));
    }
    return seen;
  }

  private List<Standing> standings(FlowLine line, List<StockFigure> figures) {
    if (figures.isEmpty()) {
      return List.of();
    }
    List<Writer.Draft> drafts = figures.stream().map(figure -> draft(line, figure)).toList();
    return line.to().writer(line.config().to().entity()).compare(drafts);
  }

  private Writer.Draft draft(FlowLine line, StockFigure figure) {
    JsonNode model = StockWrites.model(figure);
    return new Writer.Draft(
        translator.toTarget(line, model, Translator.References.NONE), model, figure.sku());
  }
}
