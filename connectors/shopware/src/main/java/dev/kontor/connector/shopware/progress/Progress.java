package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.api.Fields;
import dev.kontor.model.OrderProgress.State;
import dev.kontor.model.ProgressEvent.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing the ERP has done with an order, as {@code shopware/order-progress.out} states it.
 *
 * @param orderId of the shop
 * @param shipped of {@link Kind#SHIPPED} only
 * @param paper the invoice of {@link Kind#INVOICED} or the credit memo of {@link Kind#CREDITED}
 */
record Progress(
    Kind kind, String orderId, State state, @Nullable Shipped shipped, @Nullable Paper paper) {

  /**
   * @throws dev.kontor.spi.FaultException naming the field that is wrong
   */
  static Progress of(JsonNode content) {
    Fields fields = Fields.of(content);
    Kind kind = named(Kind.class, fields, "kind");
    return new Progress(
        kind,
        fields.required("orderId"),
        named(State.class, fields, "erpState"),
        kind == Kind.SHIPPED ? Shipped.of(fields.at("shipment")) : null,
        switch (kind) {
          case INVOICED -> Paper.of(fields.at("invoice"));
          case CREDITED -> Paper.of(fields.at("creditMemo"));
          case RELEASED, SHIPPED, CANCELLED -> null;
        });
  }

  private static <E extends Enum<E>> E named(Class<E> type, Fields fields, String field) {
    try {
      return Enum.valueOf(type, fields.required(field));
    } catch (IllegalArgumentException e) {
      throw fields.wrong(field, "must be one of " + Arrays.toString(type.getEnumConstants()));
    }
  }
}
