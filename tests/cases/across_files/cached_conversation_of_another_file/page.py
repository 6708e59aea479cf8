"""A script without a function of its own that a library runs again for each session."""
import streamlit as st
from chains import get_chain

chain = get_chain()
question = st.chat_input("Question")
if question:
    st.write(chain.predict(input=question))  # error: 13, SIS009, "get_chain"
