package clinic.appointments.preflight;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Answers of the services, in the three protocols that they speak. */
record Answers(SignedCalls calls) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The answer to a GET of a service with resources. */
    JsonNode get(AwsService service, String path) {
        return json(calls.call(service, path, Map.of("Accept", "application/json"), ""));
    }

    /**
     * The answer of a service with a JSON protocol.
     *
     * @param target version and name of the operation
     */
    JsonNode ask(AwsService service, String target, JsonNode input) {
        return json(calls.call(service, "/",
                Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", target), input.toString()));
    }

    /** The answer of a service with the query protocol. */
    Xml query(AwsService service, Map<String, String> parameters) {
        var form = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .sorted().collect(Collectors.joining("&"));
        return Xml.parse(calls.call(service, "/",
                Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"), form));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An element of an answer in XML. */
    record Xml(Element element) {

        private static Xml parse(String text) {
            try {
                var factory = DocumentBuilderFactory.newInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                return new Xml(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)))
                        .getDocumentElement());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SAXException | ParserConfigurationException e) {
                throw new IllegalArgumentException("The answer is not XML", e);
            }
        }

        /** Every element of that name within this one. */
        List<Xml> all(String name) {
            var found = element.getElementsByTagName(name);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast).map(Xml::new)
                    .toList();
        }

        /** The text of the first element of that name. */
        Optional<String> text(String name) {
            return all(name).stream().findFirst().map(found -> found.element().getTextContent());
        }
    }
}
