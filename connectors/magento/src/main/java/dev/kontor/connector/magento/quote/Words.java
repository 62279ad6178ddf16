package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.order.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was said of a quote, oldest first (rest/b2b/negotiable-manage.md). */
final class Words {

  /** Kinds of speakers: an integration, the seller's people, and above these the buyer. */
  private static final int SELLER_AT_MOST = 2;

  private Words() {}

  /** The buyer's last words, or the seller's; null if there are none. */
  static @Nullable String last(JsonNode comments, boolean bySeller) {
    String said = null;
    for (JsonNode comment : comments) {
      boolean seller = comment.path("creator_type").asInt(0) <= SELLER_AT_MOST;
      if (seller == bySeller && Text.text(comment.path("comment")) != null) {
        said = comment.path("comment").asString("");
      }
    }
    return said;
  }

  /** The ERP's number is said where it has no words. */
  static String forBuyer(JsonNode content) {
    String comment = Text.text(content.path("comment"));
    String number = Text.text(content.path("erpNumber"));
    return comment != null ? comment : number == null ? "" : "ERP quote " + number;
  }
}
