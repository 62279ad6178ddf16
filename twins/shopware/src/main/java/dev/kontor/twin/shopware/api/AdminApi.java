package dev.kontor.twin.shopware.api;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.ShopVersion;
import dev.kontor.twin.shopware.index.Indexer;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.search.JsonApi;
import dev.kontor.twin.shopware.search.Search;
import dev.kontor.twin.shopware.search.View;
import dev.kontor.twin.shopware.shop.Shop;
import dev.kontor.twin.shopware.write.Sync;
import dev.kontor.twin.shopware.write.Writer;
import java.util.List;

/** Everything below /api: signs in, routes, answers errors in the shop's shape. */
public final class AdminApi {
  private final Shop shop;
  private final SignIn signIn;
  private final ShopVersion version;
  private final EntityRoutes entities;
  private final ActionRoutes actions;
  private final OrderEditRoutes drafts;
  private final Uploads uploads = new Uploads();

  public AdminApi(
      Shop shop, SignIn signIn, ShopVersion version, Search search, View view, JsonApi jsonApi) {
    this.shop = shop;
    this.signIn = signIn;
    this.version = version;
    Indexer indexer = shop.indexer();
    Writer writer = new Writer(shop.tables(), shop.keys(), shop.stock(), indexer);
    Sync sync = new Sync(shop.tables(), shop.keys(), shop.stock(), indexer, search);
    this.entities = new EntityRoutes(shop.tables(), search, view, jsonApi, writer);
    this.drafts = new OrderEditRoutes(shop.drafts());
    this.actions =
        new ActionRoutes(shop, sync, view, new FileRoutes(shop.files(), shop.documents()), indexer);
  }

  public Answer handle(Call call) {
    try {
      if (call.path().equals("/api/oauth/token")) {
        return signIn.token(call);
      }
      String below = call.path().substring("/api/".length());
      Client client = signIn.client(call);
      Call whole = Uploads.points(call) ? uploads.fetched(call) : call;
      Request request = new Request(whole, client, List.of(below.split("/")));
      return shop.tables().transact(() -> routed(request));
    } catch (ApiError e) {
      return Answer.json(e.status(), e.body());
    }
  }

  /** A public file of the shop, such as a product's picture. */
  public Answer file(Call call) {
    return shop.tables().transact(() -> FileRoutes.open(shop.files(), call));
  }

  private Answer routed(Request request) {
    if (request.isDraft() && !request.segment(0).startsWith("_")) {
      return drafts.entity(request);
    }
    return switch (request.segment(0)) {
      case "_action" -> actions.handle(request);
      case "_info" -> info(request);
      case "search" -> entities.search(ActionRoutes.only("POST", request), named(request, 1));
      case "search-ids" ->
          entities.searchIds(ActionRoutes.only("POST", request), named(request, 1));
      default -> entities.entity(request, named(request, 0));
    };
  }

  private Entity named(Request request, int segment) {
    return shop.tables()
        .schema()
        .find(request.segment(segment))
        .filter(e -> e.mapping() == null)
        .filter(e -> e.route().equals(request.segment(segment)))
        .filter(e -> segment == 0 || request.segments().size() == segment + 1)
        .orElseThrow(() -> Errors.noRoute(request.call().method(), request.address()));
  }

  private Answer info(Request request) {
    return switch (request.segment(1)) {
      case "version" -> Answer.json(200, Json.object().put("version", version.release()));
      case "config" ->
          Answer.json(
              200, Json.object().put("version", version.release()).put("adminWorker", false));
      default -> throw Errors.noRoute(request.call().method(), request.address());
    };
  }
}
