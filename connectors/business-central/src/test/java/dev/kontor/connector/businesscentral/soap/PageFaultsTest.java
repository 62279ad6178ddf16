package dev.kontor.connector.businesscentral.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.spi.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server refuses has the reaction that its words and status ask for. */
class PageFaultsTest {

  private final AnsweringServer server = new AnsweringServer();

  @ParameterizedTest
  @CsvSource({
    "500, NavNCLDialogException, Title must not be t, Invalid",
    "500, NavX, Your permissions do not suffice. permission, Forbidden",
    "500, NavX, The record is locked by another user, Conflict",
    "500, , , OutcomeUnknown",
    "401, , , SignInRefused",
    "503, , , Unavailable",
    "504, , , OutcomeUnknown"
  })
  void refusalsAreToldApart(int status, String code, String text, String fault) {
    String answer = code == null ? "" : AnsweringServer.fault(code, text);
    assertThat(server.refusal(status, answer).getClass().getSimpleName()).isEqualTo(fault);
  }

  @Test
  void theFieldThatAFaultNamesIsBlamed() {
    Fault fault =
        server.refusal(500, AnsweringServer.fault("NavNCLDialogException", "Title is too long"));
    assertThat(fault)
        .isEqualTo(
            new Fault.Invalid(
                "Title",
                "Thing answered 500 (soap:NavNCLDialogException): Title is too long",
                "soap:NavNCLDialogException"));
  }
}
