import { createApp, h } from 'vue';

export default {
  props: ['comment'],
  setup(props) {
    return () => h('div', {
      innerHTML: props.comment.body,
    });
  },
};
