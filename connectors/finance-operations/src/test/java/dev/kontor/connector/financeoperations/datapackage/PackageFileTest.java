package dev.kontor.connector.financeoperations.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.ModelJson;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** What is in a package. */
class PackageFileTest {

  private static final JsonNode HEADER =
      ModelJson.mapper()
          .createObjectNode()
          .put("CustomersOrderReference", "SW-1")
          .putNull("Email")
          .put("HcChannel", "web")
          .put("DeliveryAddressName", "Müller & \"Söhne\" <Ada>\u0007\ud83d \ud83c\udf81")
          .set("SalesOrderLines", ModelJson.mapper().createArrayNode());

  private static Map<String, Element> files() throws Exception {
    CompositeOrder order =
        new CompositeOrder(
            HEADER,
            ModelJson.parse(
                """
                [{"ItemNumber": "A1", "SalesPrice": 1E+2, "OrderedSalesQuantity": 2},
                 {"ItemNumber": "B1", "SalesPrice": 0.10, "OrderedSalesQuantity": 1}]
                """),
            ModelJson.parse("[{\"SalesChargeCode\": \"FREIGHT\", \"FixedChargeAmount\": 4.90}]"));
    Map<String, Element> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(new PackageFile("Orders & more").with(order)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), parsed(zip.readAllBytes()).getDocumentElement());
      }
    }
    return files;
  }

  private static Element file(Map<String, Element> files, String name) {
    return Objects.requireNonNull(files.get(name));
  }

  private static Document parsed(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static Element only(Element in, String name) {
    return (Element) in.getElementsByTagName(name).item(0);
  }

  @Test
  void itHoldsManifestHeaderAndOneEntityFile() throws Exception {
    Map<String, Element> files = files();
    assertThat(files.keySet())
        .containsExactly("Manifest.xml", "PackageHeader.xml", "Sales orders composite V4.xml");
    Element manifest = file(files, "Manifest.xml");
    assertThat(only(manifest, "DefinitionGroupName").getTextContent()).isEqualTo("Orders & more");
    assertThat(only(manifest, "InputFilePath").getTextContent())
        .isEqualTo("Sales orders composite V4.xml");
    assertThat(manifest.getNamespaceURI()).endsWith("/2015/01/DataManagement");
    assertThat(only(file(files, "PackageHeader.xml"), "PackageType").getTextContent())
        .isEqualTo("DefinitionGroup");
  }

  @Test
  void linesAndChargesStandWithinTheirHeader() throws Exception {
    Element order =
        only(file(files(), "Sales orders composite V4.xml"), "SALESORDERHEADERV3ENTITY");
    NodeList lines = order.getElementsByTagName("SALESORDERLINEV2ENTITY");
    assertThat(lines.getLength()).isEqualTo(2);
    assertThat(((Element) lines.item(0)).getAttribute("SALESPRICE")).isEqualTo("100");
    assertThat(((Element) lines.item(1)).getAttribute("SALESPRICE")).isEqualTo("0.10");
    assertThat(only(order, "SALESORDERHEADERCHARGEV2ENTITY").getAttribute("FIXEDCHARGEAMOUNT"))
        .isEqualTo("4.90");
  }

  @Test
  void everyUsualFieldIsThereAndNoTextBreaksTheFile() throws Exception {
    Element order =
        only(file(files(), "Sales orders composite V4.xml"), "SALESORDERHEADERV3ENTITY");
    assertThat(order.getAttribute("DELIVERYADDRESSNAME"))
        .isEqualTo("Müller & \"Söhne\" <Ada> \uD83C\uDF81");
    assertThat(order.getAttribute("HCCHANNEL")).isEqualTo("web");
    assertThat(order.getAttribute("SKIPCREATEAUTOCHARGES")).isEqualTo("Yes");
    assertThat(order.hasAttribute("EMAIL")).isTrue();
    assertThat(order.getAttribute("DEFAULTSHIPPINGSITEID")).isEmpty();
    assertThat(order.hasAttribute("SALESORDERLINES")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Succeeded, SUCCEEDED",
    "PartiallySucceeded, PARTIALLY_SUCCEEDED",
    "NotRun, NOT_RUN",
    "Later, EXECUTING",
    "'', UNKNOWN",
  })
  void aStatusIsReadByItsSymbol(String symbol, ExecutionStatus status) {
    assertThat(ExecutionStatus.of(symbol)).isEqualTo(status);
    assertThat(status.isOver() && status.isRunning()).isFalse();
  }
}
