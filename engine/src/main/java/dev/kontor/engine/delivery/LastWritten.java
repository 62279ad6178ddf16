package dev.kontor.engine.delivery;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.Payloads;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the target was last told of a document, as long as that is kept. */
public final class LastWritten {

  private final DataSource database;
  private final IntentStore intents;
  private final Payloads payloads;

  public LastWritten(DataSource database, IntentStore intents, Payloads payloads) {
    this.database = database;
    this.intents = intents;
    this.payloads = payloads;
  }

  /** Null if nothing was confirmed, or its content is deleted by rule. */
  @Nullable JsonNode of(FlowLine line, Message event) {
    String entity = line.config().to().entity().key();
    return Transactions.run(
            database,
            c -> {
              List<Long> written =
                  intents.written(c, line.to().name(), entity, event.source(), event.sourceId());
              return payloads.get(c, written).values().stream().findFirst();
            })
        .orElse(null);
  }
}
