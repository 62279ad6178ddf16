package dev.kontor.twin.kit.odata;

import dev.kontor.twin.kit.Call;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * A call to a resource of the service.
 *
 * @param scope the company whose rows are meant
 * @param path the resource path below the company
 */
public record ODataRequest(String scope, List<Segment> path, Call call) {
  /** The called address without query, as the client reached it. */
  String address() {
    String host = call.header("Host").orElse("localhost");
    try {
      return "http://" + host + new URI(null, null, call.path(), null).getRawPath();
    } catch (URISyntaxException e) {
      throw ODataFault.of(Problem.BAD_QUERY, "The address is malformed.");
    }
  }

  String prefer() {
    return call.header("Prefer").orElse("");
  }
}
