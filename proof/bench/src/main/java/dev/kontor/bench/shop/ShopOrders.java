package dev.kontor.bench.shop;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads orders by id, many in one call. The shop pushes everything, so polling finds nothing. */
record ShopOrders(URI url, Http http) implements Reader {

  @Override
  public List<Document> fetch(List<String> ids) {
    byte[] body = String.join("\n", ids).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    HttpResponse<byte[]> answer =
        http.read(HttpRequest.newBuilder(url).POST(BodyPublishers.ofByteArray(body)).build());
    List<Document> found = new ArrayList<>();
    ModelJson.parse(answer.body()).forEach(order -> found.add(document(order)));
    return found;
  }

  static Document document(JsonNode order) {
    Instant placed = Instant.parse(order.path("placedAt").asString());
    String id = order.path("id").asString();
    return new Document(
        EntityType.ORDER, id, order.path("number").asString(), "1", placed, false, order);
  }

  @Override
  public Page changes(@Nullable Cursor from, int limit) {
    return new Page(List.of(), new Cursor(""), false);
  }

  @Override
  public List<Document> find(Identity identity) {
    throw new FaultException(new Fault.Unsupported("orders are only read by id, many at once"));
  }

  @Override
  public Page keys(@Nullable Cursor from, int limit) {
    throw new FaultException(new Fault.Unsupported("the benchmark reconciles nothing"));
  }
}
