package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OrderWriterTest {

  private final FakeService service = new FakeService().with("$metadata", "<E/>");
  private final OrderWriter writer = writer();

  @Test
  void oneOrderIsADeepInsertThatCarriesTheReference() {
    service.writes =
        request -> {
          assertThat(request.uri().getPath()).endsWith("/salesOrders");
          return FakeService.answer(
              request, 201, "{\"id\":\"g1\",\"number\":\"S-1\",\"@odata.etag\":\"W/1\"}");
        };
    assertThat(writer.write(List.of(create("SW-10001"))))
        .containsExactly(new Outcome.Written("g1", "S-1", "W/1"));
  }

  @Test
  void aLostAnswerIsUnknownForEveryOrderOfTheCall() {
    service.writes =
        request -> {
          throw new FaultException(new Fault.OutcomeUnknown("no answer"));
        };
    assertThat(writer.write(List.of(create("1")))).allMatch(Fault.OutcomeUnknown.class::isInstance);
    int before = writer.maxBatch();
    assertThat(writer.write(List.of(create("1"), create("2"))))
        .hasSize(2)
        .allMatch(Fault.OutcomeUnknown.class::isInstance);
    assertThat(writer.maxBatch()).isEqualTo(before / 2);
  }

  @Test
  void eachPartOfABatchHasItsOwnOutcome() {
    service.writes =
        request ->
            FakeService.answer(
                request,
                200,
                """
                {"responses":[{"id":"0","status":201,"body":{"id":"g0","number":"S0"}},
                 {"id":"1","status":400,"body":{"error":{"code":"Application_DialogException",
                  "message":"The \\"currencyCode\\" does not match to a Currency."}}},
                 {"id":"2","status":504,"body":{}}]}""");
    List<Outcome> outcomes =
        writer.write(List.of(create("0"), create("1"), create("2"), create("3")));
    assertThat(outcomes.get(0)).isEqualTo(new Outcome.Written("g0", "S0", "unknown"));
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Fault.Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("currencyCode"));
    assertThat(outcomes.get(2)).isInstanceOf(Fault.OutcomeUnknown.class);
    assertThat(outcomes.get(3)).isInstanceOf(Fault.Unavailable.class);
  }

  @Test
  void aHoleInTheAnswerIsNotAnAbsence() {
    service.writes =
        request ->
            FakeService.answer(
                request, 200, "{\"responses\":[{\"id\":\"1\",\"status\":201,\"body\":{}}]}");
    assertThat(writer.write(List.of(create("0"), create("1"))))
        .allMatch(Fault.OutcomeUnknown.class::isInstance);
  }

  @Test
  void aBatchRefusedAsAWholeIsHalvedUntilTheCulpritStandsAlone() {
    List<Integer> sizes = new ArrayList<>();
    service.writes =
        request -> {
          boolean single = !request.uri().getPath().endsWith("$batch");
          JsonNode body = RequestBody.json(request);
          sizes.add(single ? 1 : body.path("requests").size());
          if (body.toString().contains("\"bad\"")) {
            return FakeService.answer(request, 413, "");
          }
          return single
              ? FakeService.answer(request, 201, "{\"id\":\"g\"}")
              : FakeService.answer(request, 200, allCreated(body).toString());
        };
    List<Outcome> outcomes =
        writer.write(List.of(create("1"), create("2"), create("bad"), create("4"), create("5")));
    assertThat(outcomes.get(2)).isInstanceOf(Fault.Invalid.class);
    assertThat(outcomes).filteredOn(Outcome.Written.class::isInstance).hasSize(4);
    assertThat(sizes).containsExactly(5, 2, 3, 1, 2);
  }

  private static JsonNode allCreated(JsonNode batch) {
    ObjectNode answer = Json.object();
    for (JsonNode part : batch.path("requests")) {
      answer
          .withArray("responses")
          .addObject()
          .put("id", part.path("id").asString())
          .put("status", 201)
          .putObject("body")
          .put("id", "g");
    }
    return answer;
  }

  @Test
  void whatCannotBeWrittenIsNotSent() {
    Write longReference = create("x".repeat(36));
    List<Outcome> outcomes = writer.write(List.of(longReference));
    assertThat(outcomes.get(0))
        .isInstanceOfSatisfying(
            Fault.Invalid.class,
            invalid -> assertThat(invalid.field()).isEqualTo("externalDocumentNumber"));
  }

  private static Write create(String reference) {
    return new Write(
        "k" + reference,
        Write.Action.CREATE,
        reference,
        null,
        ModelJson.parse("{\"customerId\":\"K1\",\"salesOrderLines\":[]}"));
  }

  private OrderWriter writer() {
    Configuration configuration = FakeService.configuration("{}");
    Company company = new Company(configuration, service);
    return new OrderWriter(
        configuration,
        company,
        new OrderPreparation(
            configuration,
            company,
            new MasterData(company),
            new Items(company, configuration.skus()),
            new OrderLocation(configuration, new LocationCodes(company))));
  }
}
