package dev.kontor.connector.businesscentral.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers, it is taken for what it is, and for no more. */
class PageServiceTest {

  private final AnsweringServer server = new AnsweringServer();
  private final PageService service = server.service();

  private Fault reading(String answer) {
    server.next.add(answer);
    return catchThrowableOfType(FaultException.class, () -> service.readMultiple("No", "")).fault();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><x/>",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><x>&b;</x>",
        "<x xmlns='urn:microsoft-dynamics-schemas/page/thing'/>",
        "not XML at all",
        ""
      })
  void hostileAndForeignAnswersAreNone(String answer) {
    assertThat(reading(answer)).isInstanceOf(Fault.Unavailable.class);
    assertThat(server.refusal(200, answer)).isInstanceOf(Fault.OutcomeUnknown.class);
    server.description = answer;
    assertThat(server.service().isOffered()).isFalse();
  }

  @Test
  void anOperationIsSentAsItsDescriptionHasIt() {
    server.next.add(AnsweringServer.result("Create", "<Thing><Key>k</Key></Thing>"));
    service.create(AnsweringServer.FIELDS);
    assertThat(server.sent.getLast())
        .contains("<Create xmlns=\"urn:microsoft-dynamics-schemas/page/thing\">")
        .contains("<Thing><No>1</No><Title>t</Title></Thing>");
    assertThat(server.actions.getLast())
        .isEqualTo("\"urn:microsoft-dynamics-schemas/page/thing:Create\"");
  }

  @Test
  void aServerThatGoesRoundInCirclesIsLeft() {
    String row = "<ReadMultiple_Result><Thing><Key>k</Key><No>1</No></Thing></ReadMultiple_Result>";
    server.next.add(AnsweringServer.result("ReadMultiple", row));
    assertThat(reading(AnsweringServer.result("ReadMultiple", row)).message())
        .contains("the same rows twice");
  }
}
