package dev.kontor.twin.businesscentral.soap;

import dev.kontor.twin.businesscentral.partner.PartnerApp;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.odata.Dialect;
import dev.kontor.twin.kit.odata.ODataService;
import dev.kontor.twin.kit.odata.Segment;
import dev.kontor.twin.kit.odata.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The published pages of one company. */
public final class SoapServices {

  private static final String XML = "text/xml; charset=utf-8";
  private static final int REFUSED = 500;

  private final List<PublishedPage> pages;
  private final Records records;
  private final ODataService tables;
  private final BiFunction<String, List<Segment>, Optional<String>> refusal;

  /**
   * @param refusal why a call of that method to a set is refused, empty if it is not
   */
  public SoapServices(
      List<PublishedPage> pages,
      Records records,
      Dialect dialect,
      BiFunction<String, List<Segment>, Optional<String>> refusal) {
    this.pages = List.copyOf(pages);
    this.records = records;
    this.refusal = refusal;
    PartnerApp app = app(pages);
    this.tables = new ODataService(app.schema(), records.rows(), dialect, app.rules(records));
  }

  /** The tables behind the pages. */
  public static PartnerApp app(List<PublishedPage> pages) {
    return new PartnerApp("", pages.stream().map(PublishedPage::page).toList());
  }

  /** Answers below {@code Page/} of the company's services. */
  public Answer answer(Call call, String service) {
    return pages.stream()
        .filter(page -> page.service().equals(service))
        .findFirst()
        .map(page -> answer(call, page))
        .orElseGet(
            () ->
                fault(
                    new SoapFault(
                        "NavServiceNotFoundException",
                        "Service \"" + service + "\" was not found!")));
  }

  private Answer answer(Call call, PublishedPage page) {
    Table table = records.table(page.page().set());
    RowXml rows = new RowXml(page, page.fields(table));
    if (call.method().equals("GET")) {
      return Answer.of(200, XML, Description.of(page, rows.fields()));
    }
    if (!call.method().equals("POST")
        || !call.header("Content-Type").orElse("").startsWith("text/xml")) {
      return Answer.empty(415);
    }
    try {
      var operation = Request.operation(call, page.namespace());
      String name = operation.getLocalName();
      allowed(page, name.startsWith("Read") || name.startsWith("Get"));
      String result = new Operations(page, rows, tables, records.company()).perform(operation);
      return Answer.of(
          200,
          XML,
          envelope(
              "<%1$s_Result xmlns=\"%2$s\">%3$s</%1$s_Result>"
                  .formatted(name, page.namespace(), result)));
    } catch (SoapFault e) {
      return fault(e);
    }
  }

  private void allowed(PublishedPage page, boolean reads) {
    refusal
        .apply(reads ? "GET" : "POST", List.of(new Segment(page.page().set(), null)))
        .ifPresent(
            why -> {
              throw new SoapFault("NavPermissionException", why);
            });
  }

  private static Answer fault(SoapFault fault) {
    return Answer.of(
        REFUSED,
        XML,
        envelope(
            """
            <s:Fault xmlns:s="%s"><faultcode xmlns:a="urn:microsoft-dynamics-schemas/error">a:%s</faultcode>\
            <faultstring xml:lang="en-US">%s</faultstring></s:Fault>"""
                .formatted(Request.ENVELOPE, fault.code(), RowXml.escaped(fault.text()))));
  }

  private static String envelope(String content) {
    return "<Soap:Envelope xmlns:Soap=\"%s\"><Soap:Body>%s</Soap:Body></Soap:Envelope>"
        .formatted(Request.ENVELOPE, content);
  }
}
