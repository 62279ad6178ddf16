package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.kit.Faults;
import dev.kontor.spi.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTableTest {

  private final Faults faults = Faults.of(Company.class, "faults.json");

  @ParameterizedTest
  @CsvSource({
    "400, BadRequest, , Invalid",
    "404, BadRequest_ResourceNotFound, , Unsupported",
    "400, BadRequest_InvalidOperation, , Invalid",
    "400, BadRequest_InvalidToken, , Invalid",
    "405, BadRequest_MethodNotAllowed, , Unsupported",
    "501, BadRequest_MethodNotImplemented, , Unsupported",
    "409, Request_EntityChanged, , Conflict",
    "412, , , Conflict",
    "404, Internal_RecordNotFound, , Invalid",
    "400, Internal_InvalidTableRelation, , Invalid",
    "409, Internal_EntityWithSameKeyExists, , Invalid",
    "404, Internal_CompanyNotFound, , Misconfigured",
    "503, Internal_TenantUnavailable, , Unavailable",
    "409, Internal_ServerError, , Conflict",
    "500, Internal_ServerError, , OutcomeUnknown",
    "400, Application_DialogException, The customer is blocked, Invalid",
    "400, Application_DialogException, was deadlocked. Please retry, Conflict",
    "400, Application_FieldValidationException, , Invalid",
    "400, Application_StringExceededLength, , Invalid",
    "400, Application_CallbackNotAllowed, , Invalid",
    "401, Authentication_InvalidCredentials, , SignInRefused",
    "403, Authorization_Denied, , Forbidden",
    "429, , , Throttled",
    "408, , , OutcomeUnknown",
    "413, , , Invalid",
    "502, , , OutcomeUnknown",
    "503, , , Unavailable",
    "504, , , OutcomeUnknown",
    "400, Unknown, , Invalid"
  })
  void everyCodeOfTheContractHasItsFault(int status, String code, String text, String expected) {
    Fault fault =
        faults.of(
            new Faults.Refusal(
                true, "salesOrders", status, code, null, text == null ? "" : text, null));
    assertThat(fault.getClass().getSimpleName()).isEqualTo(expected);
  }
}
