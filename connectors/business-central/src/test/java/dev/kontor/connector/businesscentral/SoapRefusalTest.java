package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.connector.businesscentral.soap.PageService;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a SOAP service refuses, or does not answer, is told and made up for. */
class SoapRefusalTest {

  private static final Join JOIN =
      new Join("web", SoapWorld.SERVICE, "", "", "customers", "Customer_No", "number", false);

  private final SoapWorld soap = new SoapWorld();

  @AfterEach
  void close() {
    soap.close();
  }

  private static Fault fault(ThrowingCallable call) {
    return catchThrowableOfType(FaultException.class, call).fault();
  }

  @Test
  void aRowThatSomebodyChangedIsNotWrittenOver() {
    soap.complete("10000", "{\"Title\":\"Neu\"}");
    ObjectNode read = soap.rows().getFirst();
    soap.complete("10000", "{\"Title\":\"Stamm\"}");
    PageService service = soap.service(PageService.SET_SIZE);
    assertThat(fault(() -> service.update(read, Json.object().put("Title", "Alt"))))
        .isInstanceOf(Fault.Conflict.class);
    assertThat(soap.shown("10000").path("Title").asString()).isEqualTo("Stamm");
  }

  @Test
  void whatThePageRefusesIsNamed() {
    assertThat(invalid(soap.complete("10000", "{\"Title\":\"%s\"}".formatted("x".repeat(41)))))
        .startsWith("joined.web.");
    assertThat(invalid(soap.complete("10000", "{\"Grade\":\"C\"}"))).isEqualTo("joined.web.Grade");
    assertThat(invalid(soap.complete("10000", "{\"Limit_LCY\":\"much\"}")))
        .isEqualTo("joined.web.Limit_LCY");
    assertThat(invalid(soap.complete("10000", "{\"Title\":\"a\\u0000b\"}")))
        .isEqualTo("joined.web.Title");
    assertThat(soap.prepared("{\"Titel\":\"x\"}").toString())
        .contains("joined.web.Titel", "is no field of " + SoapWorld.SERVICE);
    assertThat(soap.rows()).isEmpty();
  }

  private static String invalid(Outcome outcome) {
    return ((Fault.Invalid) outcome).field();
  }

  @Test
  void aLostAnswerIsMadeUpForByTheNextTry() {
    PageService service = soap.service(PageService.SET_SIZE);
    ObjectNode row = Json.object().put("Customer_No", "10000").put("Title", "Neu");
    assertThat(service.has("Title")).isTrue();
    soap.world.twin.dials().only("/BC/WS", "POST").set("dropAnswerProbability", BigDecimal.ONE);
    assertThat(fault(() -> service.create(row))).isInstanceOf(Fault.OutcomeUnknown.class);
    soap.world.twin.dials().reset();
    assertThat(soap.rows()).hasSize(1);
    assertThat(fault(() -> new SoapPage(JOIN, service).create(row)))
        .isInstanceOf(Fault.Conflict.class);
    List<ObjectNode> made = soap.rows();
    assertThat(soap.complete("10000", "{\"Title\":\"Neu\"}")).isInstanceOf(Outcome.Written.class);
    assertThat(soap.rows()).isEqualTo(made);
  }
}
