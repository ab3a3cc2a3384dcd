/**
 * Boots one stage of a CDK app on this machine, from its synthesized assembly to {@link LocalStage}. It knows no
 * service in particular: {@link CdkApp} names the app, {@link BootSettings} the stage and how to run it.
 *
 * <p>
 * A stage may consist of:
 * <ul>
 * <li>booted resources: DynamoDB tables with one replica, SQS queues with redrive, Lambda functions in Java with
 * versions, aliases, permissions and SQS event sources, IAM roles and policies, EventBridge schedules at a rate and
 * schedule groups, REST APIs of API Gateway with an inline OpenAPI body, and HMAC keys of KMS ({@code BootedType} of
 * package {@code template}). A property or intrinsic function that nothing here reads fails the boot, with the stack,
 * the resource and the property in the message;</li>
 * <li>listed resources: types that do not run here, such as alarms, log groups, topics and firewalls. They may have any
 * property, and {@code unchecked.txt} of the run names each one with what is not enforced;</li>
 * <li>resources of unknown types: they do not exist on this machine. References to them resolve to
 * stand-ins, and {@code unchecked.txt} names them.</li>
 * </ul>
 *
 * <p>
 * Behind the gateway, functions may call DynamoDB, SQS, EventBridge Scheduler for one-time schedules, SES and KMS'
 * GenerateMac. Any other call is refused.
 */
@NullMarked
package clinic.appointments.local.stage;

import org.jspecify.annotations.NullMarked;
