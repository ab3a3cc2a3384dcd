package clinic.appointments.priming;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/** One connection of an HTTP client, on which it calls again and again. */
final class HttpExchange {

    private static final String LINE_END = "\r\n";

    private final InputStream in;
    private final OutputStream out;

    HttpExchange(Socket connection) throws IOException {
        this.in = new BufferedInputStream(connection.getInputStream());
        this.out = connection.getOutputStream();
    }

    /**
     * A call.
     *
     * @param path the part of the address after the host
     * @param operation name of the operation, without its service; empty when the path names it
     */
    record Call(String path, String operation, String body) {
    }

    /** Reads the next call; empty when the client has closed the connection. */
    Optional<Call> next() throws IOException {
        String request = line();
        if (request.isEmpty()) {
            return Optional.empty();
        }
        String operation = "";
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] parts = header.split(": *", 2);
            switch (parts[0].toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(parts[1]);
                case "x-amz-target" -> operation = parts[1].substring(parts[1].indexOf('.') + 1);
                case String _ -> {
                }
            }
        }
        return Optional.of(new Call(request.split(" ", -1)[1], operation,
                new String(in.readNBytes(length), StandardCharsets.UTF_8)));
    }

    /** A line without its end; empty at the end of the head, and at the end of the connection. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                return "";
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Answers as AWS does, with the checksum of DynamoDB. */
    void answer(byte[] body, boolean keepsConnection) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(body);
        String head = String.join(LINE_END, "HTTP/1.1 200 OK", "Content-Type: application/x-amz-json-1.0",
                "Content-Length: " + body.length, "x-amzn-RequestId: priming", "x-amz-crc32: " + checksum.getValue(),
                "Connection: " + (keepsConnection ? "keep-alive" : "close"), "", "");
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        answer.writeBytes(body);
        out.write(answer.toByteArray());
        out.flush();
    }
}
