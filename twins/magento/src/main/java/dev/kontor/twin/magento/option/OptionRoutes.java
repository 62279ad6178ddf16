package dev.kontor.twin.magento.option;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.api.Param;
import dev.kontor.twin.magento.api.Request;
import dev.kontor.twin.magento.api.Routes;
import dev.kontor.twin.magento.data.Row;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes of custom options (Magento_Catalog, Model/Product/Option/Repository). */
public final class OptionRoutes {
  private static final String OPTION = "/V1/products/:sku/options/:optionId";

  private final OptionSave save;
  private final Function<String, ObjectNode> products;

  /**
   * @param products finds the product of a SKU, or answers the shop's 404
   */
  public OptionRoutes(OptionSave save, Function<String, ObjectNode> products) {
    this.save = save;
    this.products = products;
  }

  public void into(Routes routes) {
    Param option = Param.required("option", "catalog-data-product-custom-option-interface");
    routes
        .on("GET /V1/products/options/types", _ -> OptionType.listed())
        .on("GET /V1/products/:sku/options", r -> CustomOptions.shown(product(r)))
        .on("GET " + OPTION, r -> CustomOptions.shown(product(r), option(r)))
        .on("DELETE " + OPTION, this::delete)
        .on("POST /V1/products/options", r -> saved(r.param("option")), option)
        .on("PUT /V1/products/options/:optionId", this::changed, option);
  }

  private ObjectNode product(Request request) {
    return products.apply(request.path("sku"));
  }

  private ObjectNode option(Request request) {
    long id = request.id("optionId");
    return CustomOptions.find(product(request), id)
        .orElseThrow(() -> ApiError.noSuch("optionId", String.valueOf(id)));
  }

  private JsonNode delete(Request request) {
    save.delete(product(request), option(request));
    return BooleanNode.TRUE;
  }

  private JsonNode changed(Request request) {
    ObjectNode named = Json.object().put("option_id", request.id("optionId"));
    return saved(((ObjectNode) request.param("option")).deepCopy().setAll(named));
  }

  private JsonNode saved(JsonNode sent) {
    String sku = Row.text(sent, "product_sku");
    if (sku.isEmpty()) {
      throw ApiError.of(400, "The ProductSku is empty. Set the ProductSku and try again.");
    }
    ObjectNode product = products.apply(sku);
    return CustomOptions.shown(product, save.saved(product, sent));
  }
}
