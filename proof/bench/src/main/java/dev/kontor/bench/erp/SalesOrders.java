package dev.kontor.bench.erp;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Http;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Posts sales orders.
 *
 * @param maxBatch 1 posts each order by itself
 */
record SalesOrders(URI url, int maxBatch, Http http) implements Writer {

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return new Prepared.Ready(content, List.of());
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    HttpResponse<byte[]> answer = http.write(request(body(batch)));
    if (answer.statusCode() != 200) {
      Fault fault = new Fault.Unavailable("the target answered " + answer.statusCode());
      return batch.stream().<Outcome>map(write -> fault).toList();
    }
    JsonNode created = ModelJson.parse(answer.body());
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      String number = (maxBatch == 1 ? created : created.path(i)).path("number").asString();
      outcomes.add(new Outcome.Written(number, number, null));
    }
    return outcomes;
  }

  private JsonNode body(List<Write> batch) {
    if (maxBatch == 1) {
      return batch.getFirst().content();
    }
    ArrayNode orders = ModelJson.mapper().createArrayNode();
    batch.forEach(write -> orders.add(write.content()));
    return orders;
  }

  private HttpRequest request(JsonNode body) {
    return HttpRequest.newBuilder(url)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(ModelJson.mapper().writeValueAsBytes(body)))
        .build();
  }
}
