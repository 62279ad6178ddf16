package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.order.ShopTime;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Document;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A cart that is negotiated about, as the shop shows it; its number is the quote's
 * (rest/b2b/negotiable-quote.md).
 */
record ShopQuote(JsonNode cart) {

  /** States in which the seller may make an offer or decline (rest/b2b/negotiable-manage.md). */
  private static final Set<String> SELLERS_TURN =
      Set.of("created", "processing_by_admin", "submitted_by_customer");

  /** States in which an offer stands, or stood. */
  private static final Set<String> WITH_OFFER =
      Set.of("submitted_by_admin", "processing_by_customer", "ordered", "expired");

  /** A cart that nobody negotiates about has the same fields, all null. */
  boolean isQuote() {
    return quote().hasNonNull("quote_id") && !status().equals("draft_by_admin");
  }

  JsonNode quote() {
    return cart.path("extension_attributes").path("negotiable_quote");
  }

  String id() {
    return cart.path("id").asString("");
  }

  String status() {
    return quote().path("status").asString("");
  }

  boolean isSellersTurn() {
    return SELLERS_TURN.contains(status());
  }

  boolean isOffered() {
    return WITH_OFFER.contains(status()) && isPriced();
  }

  private boolean isPriced() {
    return quote().hasNonNull("negotiated_price_type");
  }

  /**
   * What is proposed for all the goods, also before the buyer sees it; null if nothing is. As
   * proposed where it is a total, as the items' prices, which have whole cents, may miss it.
   */
  @Nullable BigDecimal proposed() {
    if (!isPriced()) {
      return null;
    }
    boolean total = quote().path("negotiated_price_type").asInt(0) == QuoteWriter.PROPOSED_TOTAL;
    JsonNode amount = quote().path(total ? "negotiated_price_value" : "negotiated_total_price");
    return amount.isNumber() ? amount.decimalValue() : null;
  }

  /** Last day on which the offer holds, as the shop writes it; null if it is open. */
  @Nullable String lastDay() {
    return Text.text(quote().path("expiration_period"));
  }

  /** By article number. */
  Map<String, BigDecimal> pieces() {
    Map<String, BigDecimal> pieces = new TreeMap<>();
    for (JsonNode item : cart.path("items")) {
      JsonNode qty = item.path("qty");
      pieces.merge(
          OpenPieces.key(item.path("sku").asString("")),
          qty.isNumber() ? qty.decimalValue().stripTrailingZeros() : BigDecimal.ZERO,
          BigDecimal::add);
    }
    return pieces;
  }

  Document document(@Nullable JsonNode content) {
    byte[] bytes = ModelJson.mapper().writeValueAsString(cart).getBytes(StandardCharsets.UTF_8);
    return new Document(
        EntityType.QUOTE,
        id(),
        id(),
        UUID.nameUUIDFromBytes(bytes).toString(),
        ShopTime.of(cart, "updated_at"),
        false,
        content);
  }
}
