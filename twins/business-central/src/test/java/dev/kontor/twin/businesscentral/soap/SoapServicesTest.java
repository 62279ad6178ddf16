package dev.kontor.twin.businesscentral.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows of a published page are made, read, and changed by their keys. */
class SoapServicesTest {

  private final SoapCaller page = new SoapCaller();

  @AfterEach
  void close() {
    page.close();
  }

  private static String between(String text, String from, String to) {
    int start = text.indexOf(from) + from.length();
    return text.substring(start, text.indexOf(to, start));
  }

  @Test
  void aRowIsMadeReadAndChangedByItsKeyOnce() throws Exception {
    assertThat(page.send("", "").body()).contains("name=\"Web_Data\"", "type=\"tns:Grade\"");
    String made =
        page.perform(
                "Create", "<Web_Data><Item_No>1000</Item_No><Title>a &lt; b</Title></Web_Data>")
            .body();
    assertThat(made).contains("<Create_Result", "<Title>a &lt; b</Title>");
    String key = between(made, "<Key>", "</Key>");
    String change = "<Web_Data><Key>" + key + "</Key><Title>new</Title></Web_Data>";
    assertThat(page.perform("Update", change).body()).contains("<Title>new</Title>");
    HttpResponse<String> again = page.perform("Update", change);
    assertThat(again.statusCode()).isEqualTo(500);
    assertThat(again.body()).contains("<s:Fault", "Other user has modified");
    String id =
        between(
            page.perform("GetRecIdFromKey", "<Key>" + key + "</Key>").body(),
            "<GetRecIdFromKey_Result>",
            "</");
    assertThat(page.perform("ReadByRecId", "<recId>" + id + "</recId>").body())
        .contains("<Title>new</Title>")
        .doesNotContain(key);
  }

  @Test
  void theActionMustBeThatOfTheOperation() throws Exception {
    assertThat(
            page.send(SoapCaller.SPACE + ":Create", "<Update xmlns='" + SoapCaller.SPACE + "'/>")
                .body())
        .contains("is not that of operation Update");
    assertThat(page.send(SoapCaller.SPACE + ":Create", "<!DOCTYPE x>").body())
        .contains("not well-formed");
  }
}
