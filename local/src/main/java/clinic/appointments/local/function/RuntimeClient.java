package clinic.appointments.local.function;

import java.nio.file.Path;
import java.util.List;

/** The program that runs a handler inside a function's process, with its part of the command line. */
public sealed interface RuntimeClient extends AutoCloseable permits NativeClient, JavaClient {

    /** Options of the JVM. */
    List<String> options();

    /** Folders of class path entries after the function's own. */
    List<Path> code();

    /** The main class; its argument is the name of the handler. */
    String mainClass();

    @Override
    void close();
}
