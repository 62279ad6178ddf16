package dev.kontor.twin.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The multipart batch: order, change sets, limits. */
final class BatchTest {
  private FinanceOperationsTwin twin;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    twin = FinanceOperationsTwin.start(Options.quick());
    client = new Client(twin);
  }

  @AfterEach
  void stop() {
    client.close();
    twin.close();
  }

  private static String operation(String method, String address, String body) {
    return "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: 1\r\n\r\n"
        + method
        + " "
        + address
        + " HTTP/1.1\r\nContent-Type: application/json\r\n\r\n"
        + body.replace('\'', '"')
        + "\r\n";
  }

  private static String parts(String boundary, String... parts) {
    return "--"
        + boundary
        + "\r\n"
        + String.join("--" + boundary + "\r\n", parts)
        + "--"
        + boundary
        + "--\r\n";
  }

  private static String changeSet(String... operations) {
    return "Content-Type: multipart/mixed; boundary=cs\r\n\r\n" + parts("cs", operations);
  }

  private static String customer(String name) {
    return operation(
        "POST", "CustomersV3", "{'CustomerGroupId':'WEB','OrganizationName':'" + name + "'}");
  }

  private Reply batch(String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = "multipart/mixed; boundary=\"b\"";
    return client.send("POST", "$batch", body, all);
  }

  private long customers(String name) {
    return client.rows("CustomersV3", "OrganizationName eq '" + name + "'").size();
  }

  @Test
  void aChangeSetIsDoneWholeOrNotAtAll() {
    Reply well = batch(parts("b", changeSet(customer("Eins"), customer("Zwei"))));
    assertThat(well.status()).isEqualTo(200);
    assertThat(well.text().split("HTTP/1.1 201", -1)).hasSize(3);
    assertThat(customers("Eins") + customers("Zwei")).isEqualTo(2);
    String wrong = operation("POST", "CustomersV3", "{'OrganizationName':'X'}");
    Reply ill = batch(parts("b", changeSet(customer("Drei"), wrong)));
    assertThat(ill.text()).contains("HTTP/1.1 400").doesNotContain("HTTP/1.1 201");
    assertThat(customers("Drei")).isZero();
  }

  @Test
  void theFirstFailureEndsTheBatchUnlessTheClientGoesOn() {
    String wrong = operation("GET", "/data/Nonsense", "");
    String read = operation("GET", "CustomersV3?$top=1", "");
    Reply ended = batch(parts("b", read, wrong, customer("Vier")));
    assertThat(ended.text().split("HTTP/1.1 ", -1)).hasSize(3);
    assertThat(customers("Vier")).isZero();
    batch(parts("b", read, wrong, customer("Vier")), "Prefer", "odata.continue-on-error");
    assertThat(customers("Vier")).isOne();
  }

  @Test
  void noMoreThanFiveThousandOperations() {
    String[] many = new String[5001];
    java.util.Arrays.fill(many, operation("GET", "Companies", ""));
    assertThat(batch(parts("b", many)).status()).isEqualTo(400);
  }

  @Test
  void aBatchThatIsNoneIsRefused() {
    assertThat(client.refused("POST", "$batch", "{}")).startsWith("400 ");
    assertThat(batch("--b\r\n" + customer("Fünf")).status()).isEqualTo(400);
  }
}
