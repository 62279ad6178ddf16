package dev.kontor.connector.magento.customer;

import dev.kontor.kit.Snapshot;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which accounts' companies owe something else than was told: the accounts' cursor and the credits'
 * stand side by side.
 *
 * @param accounts null at the beginning
 * @param credits null at the beginning
 */
record CreditNews(@Nullable Cursor accounts, @Nullable Cursor credits) {

  private static final String ACCOUNTS = "accounts";
  private static final String CREDITS = "credits";
  private static final int ALL = 1000;

  /** Of a cursor that knows of no credits yet the accounts' part holds. */
  static CreditNews of(@Nullable Cursor from) {
    if (from == null) {
      return new CreditNews(null, null);
    }
    if (!from.value().startsWith("{")) {
      return new CreditNews(from, null);
    }
    JsonNode parts = ModelJson.parse(from.value());
    return new CreditNews(part(parts, ACCOUNTS), part(parts, CREDITS));
  }

  private static @Nullable Cursor part(JsonNode parts, String name) {
    String text = parts.path(name).asString("");
    return text.isEmpty() ? null : new Cursor(text);
  }

  Cursor and(Cursor nextAccounts, @Nullable Cursor nextCredits) {
    ObjectNode parts = ModelJson.mapper().createObjectNode().put(ACCOUNTS, nextAccounts.value());
    if (nextCredits != null) {
      parts.put(CREDITS, nextCredits.value());
    }
    return new Cursor(parts.toString());
  }

  /** As a beginning tells every account anyhow, its credits count as told. */
  Page since(CreditStates now, int limit) {
    Snapshot snapshot = new Snapshot(now.all());
    if (credits != null) {
      return snapshot.changes(credits, limit, CreditNews::named);
    }
    Page page = snapshot.changes(null, ALL, CreditNews::named);
    while (page.more()) {
      page = snapshot.changes(page.next(), ALL, CreditNews::named);
    }
    return new Page(List.of(), page.next(), false);
  }

  private static Document named(String account) {
    return new Document(EntityType.CUSTOMER, account, account, "", Instant.EPOCH, false, null);
  }
}
