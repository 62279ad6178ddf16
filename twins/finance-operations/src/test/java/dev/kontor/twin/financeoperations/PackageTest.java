package dev.kontor.twin.financeoperations;

import static dev.kontor.twin.financeoperations.Desk.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders with charges through the package API. */
final class PackageTest {
  private static final String ACTION =
      "DataManagementDefinitionGroups/Microsoft.Dynamics.DataEntities.";
  private static final String FILE = "Sales orders composite V4.xml";
  private final ManualClock clock = new ManualClock("2026-06-01T09:00:00Z");
  private Desk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(Options.quick().at(clock));
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private static String order(String reference, String item, String charge) {
    return """
        <SALESORDERHEADERV3ENTITY>
          <SALESORDERNUMBER>TEMP</SALESORDERNUMBER>
          <ORDERINGCUSTOMERACCOUNTNUMBER>10000</ORDERINGCUSTOMERACCOUNTNUMBER>
          <CUSTOMERSORDERREFERENCE>%s</CUSTOMERSORDERREFERENCE>
          <DEFAULTSHIPPINGWAREHOUSEID>11</DEFAULTSHIPPINGWAREHOUSEID>
          <REQUESTEDSHIPPINGDATE>2026-06-09</REQUESTEDSHIPPINGDATE>
          <SALESORDERLINEV2ENTITY><ITEMNUMBER>%s</ITEMNUMBER><ORDEREDSALESQUANTITY>2</ORDEREDSALESQUANTITY></SALESORDERLINEV2ENTITY>
          <SALESORDERHEADERCHARGEV2ENTITY SALESCHARGECODE="%s" CHARGECATEGORY="Fixed" FIXEDCHARGEAMOUNT="4.12" SALESTAXITEMGROUPCODE="FULL"/>
        </SALESORDERHEADERV3ENTITY>
        """
        .formatted(reference, item, charge);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] packed(String... orders) throws IOException {
    String document = "<Document>" + String.join("", orders) + "</Document>";
    return zip("Manifest.xml", "<x/>", "PackageHeader.xml", "<x/>", FILE, document);
  }

  private String act(String action, String body) {
    return desk.client.post(ACTION + action, body).path("value").asString();
  }

  private int put(String url, byte[] content, String type) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .header("x-ms-blob-type", type)
              .PUT(BodyPublishers.ofByteArray(content))
              .build();
      return http.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  private String uploaded(byte[] content) throws Exception {
    JsonNode blob = Json.MAPPER.readTree(act("GetAzureWriteUrl", "{'uniqueFileName':'a.zip'}"));
    String url = blob.path("BlobUrl").asString();
    assertThat(put(url, content, "BlockBlob")).isEqualTo(201);
    return url;
  }

  private static String ask(String url, String id) {
    return "{'packageUrl':'%s','definitionGroupId':'Orders','executionId':'%s','execute':true,'overwrite':false,'legalEntityId':'demf'}"
        .formatted(url, id);
  }

  private String status(String id) {
    return act("GetExecutionSummaryStatus", "{'executionId':'" + id + "'}");
  }

  @Test
  void anOrderComesWithItsFreight() throws Exception {
    act("ImportFromPackage", ask(uploaded(packed(order("shop-1", "AH-1003", "FRACHT"))), "E1"));
    assertThat(status("E1")).isEqualTo("Succeeded");
    JsonNode header =
        desk.client.rows("SalesOrderHeadersV3", "CustomersOrderReference eq 'shop-1'").path(0);
    assertThat(header.path("RequestedShippingDate").asString()).isEqualTo("2026-06-09T12:00:00Z");
    String number = header.path("SalesOrderNumber").asString();
    desk.control("orders/demf/" + number + "/totals", "");
    assertThat(number(desk.header(number), "OrderTotalChargesAmount")).isEqualByComparingTo("4.12");
    assertThat(number(desk.header(number), "OrderTotalAmount")).isEqualByComparingTo("44.86");
  }

  @Test
  void itsFreightIsInTotalsThatAreAlwaysCalculated() throws Exception {
    desk.set("totals", "ALWAYS");
    act("ImportFromPackage", ask(uploaded(packed(order("shop-1", "AH-1003", "FRACHT"))), "E1"));
    JsonNode header =
        desk.client.rows("SalesOrderHeadersV3", "CustomersOrderReference eq 'shop-1'").path(0);
    assertThat(header.path("AreTotalsCalculated").asString()).isEqualTo("Yes");
    assertThat(number(header, "OrderTotalChargesAmount")).isEqualByComparingTo("4.12");
    assertThat(number(header, "OrderTotalAmount")).isEqualByComparingTo("44.86");
  }

  @Test
  void anOrderComesWholeOrNotAtAll() throws Exception {
    byte[] content =
        packed(
            order("shop-1", "AH-1003", "FRACHT"),
            order("shop-2", "NIE", "FRACHT"),
            order("shop-3", "AH-1003", "NIE"));
    act("ImportFromPackage", ask(uploaded(content), "E1"));
    assertThat(status("E1")).isEqualTo("PartiallySucceeded");
    assertThat(act("GetExecutionErrors", "{'executionId':'E1'}"))
        .contains("The value 'NIE' in field 'ItemNumber'")
        .contains("The value 'NIE' in field 'code'");
    assertThat(desk.client.rows("SalesOrderHeadersV3", "CustomersOrderReference eq 'shop-*'"))
        .hasSize(1);
  }

  @Test
  void whatIsNoPackageFails() throws Exception {
    act("ImportFromPackage", ask(uploaded(zip(FILE, "<Document/>")), "E1"));
    assertThat(status("E1")).isEqualTo("Failed");
    act("ImportFromPackage", ask("http://elsewhere.example/blobs/x", "E2"));
    assertThat(status("E2")).isEqualTo("Failed");
    assertThat(status("NIE")).isEqualTo("Unknown");
  }

  @Test
  void oneImportAtATime() throws Exception {
    desk.set("importSeconds", 5);
    String url = uploaded(packed(order("shop-1", "AH-1003", "FRACHT")));
    act("ImportFromPackage", ask(url, "E1"));
    assertThat(status("E1")).isEqualTo("Executing");
    assertThat(desk.client.refused("POST", ACTION + "ImportFromPackage", ask(url, "E2")))
        .contains("must not be called");
    clock.advance(Duration.ofSeconds(5));
    assertThat(status("E1")).isEqualTo("Succeeded");
  }

  @Test
  void blobsNeedTheirSignatureAndHeader() throws Exception {
    String url =
        Json.MAPPER
            .readTree(act("GetAzureWriteUrl", "{'uniqueFileName':'a.zip'}"))
            .path("BlobUrl")
            .asString();
    assertThat(put(url, new byte[1], "PageBlob")).isEqualTo(400);
    assertThat(put(url.replaceFirst("sig=.*", "sig=0"), new byte[1], "BlockBlob")).isEqualTo(403);
    clock.advance(Duration.ofHours(2));
    assertThat(put(url, new byte[1], "BlockBlob")).isEqualTo(403);
  }

  @Test
  void compositesAreNotOverwritten() {
    String body = ask("http://x/blobs/y", "E1").replace("'overwrite':false", "'overwrite':true");
    assertThat(desk.client.refused("POST", ACTION + "ImportFromPackage", body))
        .contains("'overwrite' must be false");
  }
}
