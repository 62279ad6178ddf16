package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.shopware.cart.Cart;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that makes an order.
 *
 * @param shipping own delivery address, null when it is the billing address
 * @param ruleIds rules that held for the buyer
 */
record Placement(
    JsonNode request,
    ObjectNode customer,
    ObjectNode currency,
    ObjectNode billing,
    @Nullable ObjectNode shipping,
    String paymentMethodId,
    String shippingMethodId,
    List<String> ruleIds,
    Cart cart) {}
