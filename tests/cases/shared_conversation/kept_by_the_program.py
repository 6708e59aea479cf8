"""A history that is handed to a program is what the program answers from, whoever put it there."""
import dspy

history = dspy.History(messages=[])


async def history_of_the_module_bad(user, text):
    history.messages.append({"question": text})  # error: 4, SIS009, "history"
    return await dspy.Predict("question -> answer").acall(history=history)


async def history_of_the_call_ok(user, text):
    own = dspy.History(messages=[])
    own.messages.append({"question": text})
    return await dspy.Predict("question -> answer").acall(history=own)
