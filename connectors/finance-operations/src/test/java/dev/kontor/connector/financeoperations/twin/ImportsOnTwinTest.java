package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One import at a time, and none twice: whatever is lost on the way. */
class ImportsOnTwinTest {

  private final ChargesBench bench = new ChargesBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anImportOfSomebodyElseIsWaitedFor() {
    JsonNode content = bench.ready();
    bench.importsTake(30);
    bench.erp.send(
        "POST",
        ChargesBench.ACTION + "ImportFromPackage",
        ModelJson.parse(
            """
            {"packageUrl": "http://elsewhere/x", "definitionGroupId": "Orders", "executionId": "E1",
             "execute": true, "overwrite": false, "legalEntityId": "demf"}
            """));
    assertThat(bench.desk.create("SW-5", content)).isInstanceOf(Fault.Throttled.class);
    assertThat(bench.orders()).isEmpty();
    bench.erp.clock.advance(Duration.ofSeconds(31));
    bench.importsTake(0);
    bench.exactlyOne("SW-5", bench.desk.create("SW-5", content));
  }

  @Test
  void whatIsStillImportedIsAskedAfterAndNotSentAgain() {
    JsonNode content = bench.ready();
    bench.importsTake(3600);
    assertThat(bench.desk.create("SW-6", content))
        .isInstanceOfSatisfying(
            Outcome.Accepted.class, open -> assertThat(open.handle()).startsWith("import kontor-"));
    assertThat(bench.desk.create("SW-6", content)).isInstanceOf(Outcome.Accepted.class);
    // Who waits comes back one after the other.
    for (int place = 1; place <= 2; place++) {
      assertThat(bench.desk.create("SW-7", content))
          .isEqualTo(new Fault.Throttled(Duration.ofSeconds(5L * place)));
    }
    assertThat(bench.toolbox.called("ImportFromPackage")).isEqualTo(1);
    assertThat(bench.desk.found("SW-6")).hasSize(1);
    bench.erp.clock.advance(Duration.ofHours(1));
    bench.exactlyOne("SW-6", bench.desk.create("SW-6", content));
    bench.importsTake(0);
    OrderDesk.number(bench.desk.create("SW-7", content));
    assertThat(bench.toolbox.called("ImportFromPackage")).isEqualTo(2);
  }

  @Test
  void anImportWhoseEndIsNotToldIsUnknownAndFoundByItsReference() {
    JsonNode content = bench.ready();
    String status = "/data/" + ChargesBench.ACTION + "GetExecutionSummaryStatus";
    bench.toolbox.meanwhile =
        () -> bench.erp.dials().only(status, "POST").set("dropAnswerProbability", 1);
    assertThat(bench.desk.create("SW-8", content)).isInstanceOf(Fault.OutcomeUnknown.class);
    assertThat(bench.desk.found("SW-8")).hasSize(1);
    // The service still does not say: it may have been entered.
    assertThat(bench.desk.create("SW-8", content)).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.erp.dials().reset();
    bench.exactlyOne("SW-8", bench.desk.create("SW-8", content));
    assertThat(bench.toolbox.called("ImportFromPackage")).isEqualTo(1);
  }

  @Test
  void anImportWhoseAnswerIsLostIsNotRepeated() {
    JsonNode content = bench.ready();
    bench
        .erp
        .dials()
        .only("/data/" + ChargesBench.ACTION + "ImportFromPackage", "POST")
        .set("dropAnswerProbability", 1);
    assertThat(bench.desk.create("SW-9", content)).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.erp.dials().reset();
    bench.exactlyOne("SW-9", bench.desk.create("SW-9", content));
    assertThat(bench.toolbox.called("ImportFromPackage")).isEqualTo(1);
  }

  @Test
  void anImportThatIsBegunLateIsTheSame() {
    JsonNode content = bench.ready();
    bench
        .erp
        .dials()
        .only("/data/" + ChargesBench.ACTION + "ImportFromPackage", "POST")
        .set("lateCommitProbability", 1)
        .set("lateCommitMs", 10);
    assertThat(bench.desk.create("SW-10", content)).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.erp.control("POST", "settle", "{}");
    bench.erp.dials().reset();
    bench.exactlyOne("SW-10", bench.desk.create("SW-10", content));
  }

  @Test
  void aStoreThatTakesNothingIsComeBackTo() {
    JsonNode content = bench.ready();
    bench.erp.dials().only("/blobs/", "PUT").set("resetProbability", 1);
    assertThat(bench.desk.create("SW-11", content)).isInstanceOf(Fault.Unavailable.class);
    bench.erp.dials().reset();
    bench.erp.dials().only("/blobs/", "PUT").set("throttleProbability", 1);
    assertThat(bench.desk.create("SW-11", content)).isInstanceOf(Fault.Throttled.class);
    assertThat(bench.toolbox.called("ImportFromPackage")).isZero();
    bench.erp.dials().reset();
    bench.exactlyOne("SW-11", bench.desk.create("SW-11", content));
  }
}
