package dev.kontor.connector.magento.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Signatures as RFC 5849 wants them. */
class IntegrationTest {

  /** The example of RFC 5849 §1.2, whose signature is by HMAC-SHA1. */
  @Test
  void theTextThatIsSignedIsThatOfTheRfc() throws GeneralSecurityException {
    String text =
        Integration.baseString(
            "get",
            URI.create("http://photos.example.net:80/photos?file=vacation.jpg&size=original"),
            Map.of(
                "oauth_consumer_key", "dpf43f3p2l4k3l03",
                "oauth_token", "nnch734d00sl2jdk",
                "oauth_signature_method", "HMAC-SHA1",
                "oauth_timestamp", "137131202",
                "oauth_nonce", "chapoH"));
    Mac mac = Mac.getInstance("HmacSHA1");
    byte[] key = "kd94hf93k423kf44&pfkkdhi9sl3r4s00".getBytes(StandardCharsets.US_ASCII);
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    assertThat(
            Base64.getEncoder()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("MdpQcU8iPSUjWoN/UDMsK2sui9I=");
  }

  /** The parameters of RFC 5849 §3.4.1.3.1 that stand in an address, sorted as in §3.4.1.3.2. */
  @Test
  void parametersAreDecodedEncodedAndSorted() {
    URI uri = URI.create("http://EXAMPLE.COM/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b&c2&a3=2%20q");
    assertThat(Integration.baseString("POST", uri, Map.of("oauth_token", "kkk9d7dh3k39sjv7")))
        .isEqualTo(
            "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D"
                + "%253D%25253D%26c%2540%3D%26c2%3D%26oauth_token%3Dkkk9d7dh3k39sjv7");
  }

  /** Computed apart from this code, by Python's hmac and urllib. */
  @Test
  void aSearchIsSignedByHmacSha256() {
    String filter = "searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D";
    URI uri =
        URI.create(
            "https://shop.example/rest/all/V1/orders?"
                + (filter + "%5Bfield%5D=increment_id&")
                + (filter + "%5Bvalue%5D=%C3%84%201%2B2%2F3"));
    String header =
        new Integration("ck", "c s&", "tk", "t/s")
            .authorization("GET", uri, new Stamp("n0", 1796000000));
    assertThat(header)
        .startsWith("OAuth oauth_consumer_key=\"ck\", oauth_nonce=\"n0\", oauth_signature=\"")
        .contains("oauth_signature=\"qPqBfhIMzLupfEP7WehdpVsycDMN3EIbQEn%2BUq63o9U%3D\"");
  }
}
