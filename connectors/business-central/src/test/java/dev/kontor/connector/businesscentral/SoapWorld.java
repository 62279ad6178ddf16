package dev.kontor.connector.businesscentral;

import dev.kontor.connector.businesscentral.soap.PageService;
import dev.kontor.kit.BasicSignIn;
import dev.kontor.kit.SignedHttp;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import dev.kontor.twin.businesscentral.Options;
import dev.kontor.twin.businesscentral.access.KeyUser;
import dev.kontor.twin.businesscentral.access.ServerUser;
import dev.kontor.twin.businesscentral.partner.PartnerApp;
import dev.kontor.twin.businesscentral.soap.PublishedPage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server of one's own that publishes a partner's page over customers as a SOAP service only. */
final class SoapWorld implements AutoCloseable {

  static final String SERVICE = "Customer_Web_Data";

  private static final PublishedPage PAGE =
      new PublishedPage(
          SERVICE,
          new PartnerApp.Page(
              """
              customerWebData customerWebDataRow
                id guid ro
                Customer_No code(20)
                Title string(40)
                Limit_LCY decimal
                Stars int32
                Grade enum(_blank_,A,B_x0020_plus)
                lastModifiedDateTime datetime ro""",
              "Customer_No",
              "customers",
              "number"));

  final TwinWorld world;
  final Connector connector;
  final Writer customers;

  SoapWorld() {
    this(new KeyUser("KONTOR", TwinWorld.ACCESS_KEY, true), SERVICE);
  }

  /**
   * @param service as the setting names it
   */
  SoapWorld(ServerUser user, String service) {
    world = new TwinWorld(Options.quick().onPremises(user).publishing(PAGE));
    ObjectNode settings = world.settingsJson().put("soapServer", world.twin.uri() + "/BC");
    settings
        .putObject("joined")
        .putObject("web")
        .put("soap", service)
        .put("to", "customers")
        .put("key", "Customer_No");
    connector = new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox);
    customers = connector.writer(EntityType.CUSTOMER).orElseThrow();
  }

  /** The service as another client calls it. */
  PageService service(int setSize) {
    return new PageService(
        new SignedHttp(world.toolbox, new BasicSignIn("KONTOR", TwinWorld.ACCESS_KEY), Map.of()),
        () -> URI.create(world.twin.uri() + "/BC/WS/Kontor%20Demo%20GmbH/Page/" + SERVICE),
        SERVICE,
        world.toolbox.clock(),
        setSize);
  }

  List<ObjectNode> rows() {
    return service(PageService.SET_SIZE).readMultiple("Customer_No", "");
  }

  Prepared prepared(String fields) {
    JsonNode content =
        ModelJson.parse("{\"displayName\":\"Anne Ahr\",\"joined\":{\"web\":%s}}".formatted(fields));
    return customers.prepare(content, Json.object());
  }

  /** Completes a customer by these fields of the page. */
  Outcome complete(String number, String fields) {
    JsonNode content = ((Prepared.Ready) prepared(fields)).content();
    String id = world.id("customers", number);
    Write write = new Write("k", Write.Action.UPDATE, "", id, content, Json.object(), Map.of());
    return customers.write(List.of(write)).getFirst();
  }

  /** What the page says of a customer, as documents show it. */
  JsonNode shown(String number) {
    String id = world.id("customers", number);
    return Objects.requireNonNull(
            connector
                .reader(EntityType.CUSTOMER)
                .orElseThrow()
                .fetch(List.of(id))
                .getFirst()
                .content())
        .path("joined")
        .path("web");
  }

  @Override
  public void close() {
    connector.close();
    world.close();
  }
}
