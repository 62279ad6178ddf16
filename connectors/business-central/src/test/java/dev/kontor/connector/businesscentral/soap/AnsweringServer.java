package dev.kontor.connector.businesscentral.soap;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.connector.businesscentral.RequestBody;
import dev.kontor.kit.BasicSignIn;
import dev.kontor.kit.SignedHttp;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Http;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.WholeAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Publishes one page and answers its operations as it is told. */
final class AnsweringServer implements Http, Toolbox {

  static final JsonNode FIELDS = ModelJson.parse("{\"Title\":\"t\",\"No\":\"1\"}");

  final Deque<String> next = new ArrayDeque<>();
  final List<String> sent = new ArrayList<>();
  final List<String> actions = new ArrayList<>();
  int status = 200;
  String description =
      """
      <definitions xmlns="http://schemas.xmlsoap.org/wsdl/"><types>
      <s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"
          targetNamespace="urn:microsoft-dynamics-schemas/page/thing">
      <s:complexType name="Thing"><s:sequence><s:element name="Key" type="s:string"/>
      <s:element name="No" type="s:string"/><s:element name="Title" type="s:string"/></s:sequence>
      </s:complexType></s:schema></types></definitions>""";

  PageService service() {
    return new PageService(
        new SignedHttp(this, new BasicSignIn("u", "p"), Map.of()),
        () -> URI.create("https://bc.firm.example:7047/BC/WS/Firm/Page/Thing"),
        "Thing",
        clock(),
        2);
  }

  /** What a creation comes to that is answered so. */
  Fault refusal(int answered, String answer) {
    PageService service = service();
    status = answered;
    next.add(answer);
    return catchThrowableOfType(FaultException.class, () -> service.create(FIELDS)).fault();
  }

  static String result(String operation, String content) {
    return envelope(
        "<%1$s_Result xmlns=\"urn:microsoft-dynamics-schemas/page/thing\">%2$s</%1$s_Result>"
            .formatted(operation, content));
  }

  static String fault(String code, String text) {
    return envelope(
        "<s:Fault><faultcode>a:Microsoft.%s</faultcode><faultstring>%s</faultstring></s:Fault>"
            .formatted(code, text));
  }

  private static String envelope(String content) {
    return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>%s</s:Body></s:Envelope>"
        .formatted(content);
  }

  @Override
  public HttpResponse<byte[]> read(HttpRequest request) {
    return request.method().equals("GET") ? answer(request, 200, description) : write(request);
  }

  @Override
  public HttpResponse<byte[]> write(HttpRequest request) {
    actions.add(request.headers().firstValue("SOAPAction").orElse(""));
    sent.add(RequestBody.text(request));
    return answer(request, status, next.remove());
  }

  private static HttpResponse<byte[]> answer(HttpRequest request, int status, String body) {
    return WholeAnswer.of(request, status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Http http() {
    return this;
  }

  @Override
  public InstantSource clock() {
    return () -> Instant.parse("2026-03-15T10:00:00Z");
  }
}
